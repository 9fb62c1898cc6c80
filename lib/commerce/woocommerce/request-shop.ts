import { lookup as resolve } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { env } from "@/lib/kernel/env";
import { isLoopbackHost, isPublicAddress } from "./public-address";

const TIMEOUT_MILLIS = 8_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** The shop did not answer as a shop: away, too slow, not allowed, something else. Shown to people as it is. */
export class ShopUnreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ShopUnreachable";
  }
}

export type ShopRequest = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type ShopAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};

/**
 * Sends one request to a shop, never following where it points. Only addresses of the public internet are connected to,
 * checked as they are resolved, so that no name can lead inside a network of ours; a shop on this machine is allowed
 * where Tollgate itself is run on it (TOLLGATE_URL names this machine). Throws `ShopUnreachable`.
 */
export async function requestShop({ method, url, headers, body }: ShopRequest): Promise<ShopAnswer> {
  const local = isLoopbackHost(url.hostname) && isLoopbackHost(new URL(env().url).hostname);
  requireAllowed(url, local);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((answer, fail) => {
    const refuse = (message: string) => fail(new ShopUnreachable(message));
    const asking = send(
      url,
      {
        method,
        headers: { accept: "application/json", "user-agent": "Tollgate", ...headers },
        lookup: local ? undefined : publicLookup,
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > MAX_BYTES) asking.destroy(new Error("it answered with more than we read"));
          else chunks.push(chunk);
        });
        response.on("error", (error) => refuse(sentence(url, error)));
        response.on("end", () =>
          answer({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    asking.on("error", (error) => refuse(sentence(url, error)));
    asking.end(body ?? undefined);
  });
}

function requireAllowed(url: URL, local: boolean): void {
  if (local) return;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isLoopbackHost(host) || (isIP(host) !== 0 && !isPublicAddress(host))) {
    throw new ShopUnreachable(`${url.host} is not an address of the public internet.`);
  }
  if (url.protocol !== "https:") {
    throw new ShopUnreachable("The shop's keys are only sent over https: give its https address.");
  }
}

/** Resolves a name and refuses it when any of its addresses is a private one. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error("no address"), "", 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) {
      return done(new Error("it is not an address of the public internet"), "", 0);
    }
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};

const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such name",
  EAI_AGAIN: "its name could not be resolved",
  ECONNRESET: "it broke the connection off",
  ABORT_ERR: "it did not answer in time",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted",
  CERT_HAS_EXPIRED: "its certificate has expired",
};

function sentence(url: URL, error: NodeJS.ErrnoException): string {
  const cause = CAUSES[error.code ?? ""] ?? CAUSES[error.name === "TimeoutError" ? "ABORT_ERR" : ""];
  return `${url.host} could not be reached: ${cause ?? error.message}.`.slice(0, 300);
}
