import type { Context } from "hono";
import type { z } from "@hono/zod-openapi";
import { type Ctx, type Permission, requireCan } from "@/lib/access";
import { ctxOfApiKey } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import type { PublicCode } from "@/lib/web";
import { readJson } from "./body";
import { NO_BODY, type Reader } from "./reader";
import { problemResponse, type Reply, replyResponse } from "./reply";
import { requestIdOf } from "./request-id";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** One answer an operation may give: what it means, its schema (none: no body), an example, and what it is if not JSON. */
export type Answer = {
  readonly means: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  readonly media?: readonly string[];
};

/** What the reference says of an operation. */
export type Description = {
  readonly method: Method;
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may; it decides which scopes of a key are enough. */
  readonly permission: Permission;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Problems of its own, beside those that its kind of operation always may give. */
  readonly problems?: readonly (PublicCode | { readonly code: PublicCode; readonly status: number })[];
  /** Problems that say what stood in the way, and what to show the visitor. */
  readonly refusals?: readonly PublicCode[];
  /** Of the request's body. */
  readonly example?: unknown;
  /** A request without a body counts as `{}`. */
  readonly bodyOptional?: boolean;
};

type Inputs<Params, Query, Body> = {
  readonly params: Reader<Params>;
  readonly query: Reader<Query>;
  readonly body: Reader<Body>;
};

/** One request, authenticated and read. */
export type Exchange<Params, Query, Body> = {
  readonly ctx: Ctx;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
};

export type Endpoint = Description &
  Inputs<unknown, unknown, unknown> & { readonly handle: (c: Context) => Promise<Response> };

/**
 * One operation of the API. Its handler does everything a request needs in one place, so that a metered request
 * passes through no chain of middleware: who asks and may they, read and parse, one verb, answer. A stranger is
 * turned away before a byte of the body is read.
 */
export function endpoint<Params, Query, Body>(
  spec: Description & Inputs<Params, Query, Body>,
  run: (exchange: Exchange<Params, Query, Body>) => Promise<Reply>,
): Endpoint {
  async function answer(c: Context, now: Date): Promise<Reply> {
    const request = c.req.raw;
    const ctx = await ctxOfApiKey(request.headers.get("authorization"), now);
    requireCan(ctx, spec.permission);
    const params = spec.params.read(paramsOf(c));
    const query = spec.query.read(queryOf(request.url));
    const given = spec.body === NO_BODY ? undefined : await readJson(request, spec.bodyOptional === true);
    return run({ ctx, params, query, body: spec.body.read(given) });
  }

  async function handle(c: Context): Promise<Response> {
    const now = new Date();
    const requestId = requestIdOf(c.req.raw, now);
    try {
      return replyResponse(await answer(c, now), requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  }

  return { ...spec, handle };
}

/** The decoded parameters of the path. Throws `invalid_input` for one that is not percent-encoded UTF-8. */
function paramsOf(c: Context): Record<string, string> {
  const { url } = c.req.raw;
  if (url.includes("%")) requireDecodable(url);
  return c.req.param();
}

function requireDecodable(url: string): void {
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
  } catch {
    throw new AppError("invalid_input", "The path is not valid percent-encoded UTF-8.");
  }
}

const NO_PARAMETERS = {};

/** The parameters after the question mark; one that is given twice is an array, which no schema takes. */
function queryOf(url: string): Record<string, string | string[]> {
  const mark = url.indexOf("?");
  if (mark === -1) return NO_PARAMETERS;
  const query = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    const before = query.get(name);
    query.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(query);
}
