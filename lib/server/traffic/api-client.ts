import { Agent, request, type IncomingMessage } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

export type ApiAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of the attempt that was answered, in milliseconds. */
  readonly latency: number;
  /** How many attempts came to nothing before it. */
  readonly retries: number;
};

export type ApiClient = {
  /** Sends the same request until it is answered, `outageSeconds` at most; rejects when it never was. */
  post(path: string, body: object): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  close(): void;
};

export type ApiClientOptions = {
  readonly url: string;
  readonly key: string;
  readonly connections: number;
  /** How long to wait for a server that is down before a request counts as failed. */
  readonly outageSeconds: number;
};

const FIRST_WAIT_MILLIS = 20;
const LAST_WAIT_MILLIS = 2_000;
const ANSWER_MILLIS = 30_000;
/** Answers of a server, or of a proxy before it, that is not there right now. */
const TRY_AGAIN = new Set([502, 503, 504]);
const anObject = z.record(z.string(), z.unknown());

/**
 * A client that outlives the server's restarts: whatever ends without an answer is sent again, with growing
 * waits. That is safe because every write carries an id of the caller's.
 */
export function makeApiClient(options: ApiClientOptions): ApiClient {
  const secure = new URL(options.url).protocol === "https:";
  const settings = { keepAlive: true, maxSockets: options.connections };
  const agent = secure ? new SecureAgent(settings) : new Agent(settings);
  const send = secure ? secureRequest : request;

  const attempt = (method: string, path: string, body: string | null): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const headers = {
        authorization: `Bearer ${options.key}`,
        accept: "application/json",
        ...(body !== null && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        }),
      };
      const outgoing = send(new URL(path, options.url), { method, agent, headers, timeout: ANSWER_MILLIS });
      outgoing.on("timeout", () =>
        outgoing.destroy(new Error(`No answer within ${ANSWER_MILLIS / 1_000} s.`)),
      );
      outgoing.on("error", reject);
      outgoing.on("response", (incoming) => {
        read(incoming).then((text) => {
          const latency = performance.now() - startedAt;
          resolve({ status: incoming.statusCode ?? 0, body: parse(text), latency, retries: 0 });
        }, reject);
      });
      outgoing.end(body ?? undefined);
    });

  const untilAnswered = async (method: string, path: string, body: string | null): Promise<ApiAnswer> => {
    let deadline: number | undefined;
    for (let retries = 0; ; retries += 1) {
      const answer = await attempt(method, path, body).catch((error: unknown) => error);
      if (isAnswer(answer) && !TRY_AGAIN.has(answer.status)) return { ...answer, retries };
      deadline ??= performance.now() + options.outageSeconds * 1_000;
      const wait = Math.min(LAST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** retries) * (0.75 + Math.random() / 2);
      if (performance.now() + wait > deadline) {
        if (isAnswer(answer)) return { ...answer, retries };
        throw new Error(`No answer from ${options.url} for ${options.outageSeconds} s.`, { cause: answer });
      }
      await sleep(wait);
    }
  };

  return {
    post: (path, body) => untilAnswered("POST", path, JSON.stringify(body)),
    get: (path) => untilAnswered("GET", path, null),
    close: () => agent.destroy(),
  };
}

function isAnswer(value: unknown): value is ApiAnswer {
  return typeof value === "object" && value !== null && "status" in value && "body" in value;
}

async function read(incoming: IncomingMessage): Promise<string> {
  let text = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) text += String(chunk);
  return text;
}

/** What is no JSON object (a proxy's page) counts as an answer without content. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return anObject.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
