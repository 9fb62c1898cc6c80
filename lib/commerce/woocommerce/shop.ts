import { setTimeout as pause } from "node:timers/promises";
import type { ShopKeys } from "../connections/connection";
import { requestShop, type ShopAnswer, type ShopRequest, ShopUnreachable } from "./request-shop";

const PAUSES_MILLIS = [300];
const API = "/wc/v3";

/** The shop answered, and says no: 401 and 403 for keys, 404 for what is not there. */
export class ShopRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = "ShopRefusal";
    this.status = status;
  }
}

type Params = Readonly<Record<string, string>>;

/** What was answered, and how many pages there are. */
type ShopPage = { readonly value: unknown; readonly pages: number };

/** A shop's REST API, opened with its keys. Verbs throw `ShopUnreachable` and `ShopRefusal`. */
export type Shop = {
  readonly get: (path: string, params?: Params) => Promise<ShopPage>;
  readonly send: (method: "POST" | "PUT", path: string, body: object) => Promise<unknown>;
};

/** How a shop wants to be asked: with pretty addresses or without, keys in a header or in the query. */
type Way = { readonly plain: boolean; readonly inQuery: boolean };

const WAYS: readonly Way[] = [
  { plain: false, inQuery: false },
  { plain: false, inQuery: true },
  { plain: true, inQuery: false },
  { plain: true, inQuery: true },
];

/** The way that worked last, by address. A guess: when it no longer does, all are tried again. */
const ways = new Map<string, Way>();
const MEMORY = 10_000;

/**
 * Opens WooCommerce's REST API, version 3, of a shop. Where pretty addresses are off, `?rest_route=` is used; where the
 * host strips the Authorization header, the keys go into the query, as WooCommerce documents. What a GET fails by
 * the network or a 5xx is asked once more.
 */
export function openShop(url: string, keys: ShopKeys): Shop {
  return {
    async get(path, params = {}) {
      const answer = await ask({ url, keys }, { method: "GET", path, params, body: null });
      return { value: jsonOf(answer), pages: Number(answer.headers["x-wp-totalpages"] ?? "1") || 1 };
    },
    async send(method, path, body) {
      return jsonOf(await ask({ url, keys }, { method, path, params: {}, body: JSON.stringify(body) }));
    },
  };
}

type Place = { readonly url: string; readonly keys: ShopKeys };
type Call = Pick<ShopRequest, "method" | "body"> & { readonly path: string; readonly params: Params };

async function ask(place: Place, call: Call): Promise<ShopAnswer> {
  const known = ways.get(place.url);
  const order = known ? [known, ...WAYS.filter((way) => way !== known)] : WAYS;
  let refusal: ShopRefusal | null = null;
  for (const way of order) {
    const answer = await sendPatiently(place, call, way);
    if (answer.status < 300) {
      if (ways.size > MEMORY) ways.clear();
      ways.set(place.url, way);
      return answer;
    }
    refusal = refusalOf(answer);
    if (!mayBeTheWay(answer, way)) throw refusal;
  }
  throw refusal ?? new ShopUnreachable("The shop could not be asked.");
}

/** 401 where the header may have been stripped; 404 without WooCommerce's own words where addresses may be plain. */
function mayBeTheWay({ status, text }: ShopAnswer, { plain, inQuery }: Way): boolean {
  const worded = text.includes('"code"') && !text.includes("rest_no_route");
  if (status === 401) return !inQuery;
  return status === 404 && !plain && !worded;
}

async function sendPatiently(place: Place, call: Call, way: Way): Promise<ShopAnswer> {
  const pauses = call.method === "GET" ? PAUSES_MILLIS : [];
  for (const millis of pauses) {
    try {
      const answer = await requestShop(requestOf(place, call, way));
      if (answer.status < 500 && answer.status !== 429) return answer;
    } catch (error) {
      if (!(error instanceof ShopUnreachable)) throw error;
    }
    await pause(millis);
  }
  const answer = await requestShop(requestOf(place, call, way));
  if (answer.status < 500 && answer.status !== 429) return answer;
  throw new ShopUnreachable(`The shop answered with ${answer.status}.`);
}

function requestOf({ url, keys }: Place, { method, path, params, body }: Call, way: Way): ShopRequest {
  const target = new URL(way.plain ? `${url}/` : `${url}/wp-json${API}${path}`);
  if (way.plain) target.searchParams.set("rest_route", API + path);
  for (const [name, value] of Object.entries(params)) target.searchParams.set(name, value);
  const headers: Record<string, string> = body === null ? {} : { "content-type": "application/json" };
  if (way.inQuery) {
    target.searchParams.set("consumer_key", keys.consumerKey);
    target.searchParams.set("consumer_secret", keys.consumerSecret);
  } else {
    const basic = Buffer.from(`${keys.consumerKey}:${keys.consumerSecret}`).toString("base64");
    headers["authorization"] = `Basic ${basic}`;
  }
  return { method, url: target, headers, body };
}

function refusalOf({ status, text }: ShopAnswer): ShopRefusal {
  if (status >= 300 && status < 400) {
    return new ShopRefusal(status, `The shop sends us elsewhere (${status}): is its address right?`);
  }
  const message = /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? "";
  return new ShopRefusal(
    status,
    `The shop answered with ${status}${message ? `: ${message.slice(0, 200)}` : "."}`,
  );
}

function jsonOf({ text }: ShopAnswer): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new ShopUnreachable("What answers at the shop's address is not WooCommerce's API.");
  }
}
