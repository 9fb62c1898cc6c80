import { beforeAll, expect } from "vitest";
import { z } from "@hono/zod-openapi";
import { makeMerchant } from "@/lib/merchants/testing";
import { api } from "./app";
import { documentedRoute } from "./documented-route";
import type { Endpoint } from "./endpoint";
import { BASE, ENDPOINTS } from "./endpoints";

export type Sent = {
  readonly key?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: BodyInit;
  readonly headers?: Record<string, string>;
};

/**
 * Sends a request (`"POST /usage"`) to the API as a server would hand it over, and holds every answer against the
 * document: a status, a field or a type that the document does not know fails the test.
 */
export async function call(operation: string, sent: Sent = {}) {
  const [method = "", path = ""] = operation.split(" ");
  const url = `http://tollgate.test${path.startsWith("/api/") ? path : BASE + path}`;
  const response = await api.fetch(new Request(url, { method, ...contentOf(sent) }));
  const text = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    body: bodyOf(text, response.headers.get("content-type")),
  };
  expectDocumented(endpointOf(method, new URL(url).pathname), answer);
  return answer;
}

/** A rule for any chat, and a request of 2 credits under it. */
export const RULE = { operation: "chat", method: "per_1k_tokens", inputRate: "1", outputRate: "2" };
export const REQUEST = { module: "chatbot", operation: "chat", provider: "openai", model: "gpt-4o" };
export const TOKENS = { inputTokens: 800, outputTokens: 300 };
export const JSON_TYPE = { "content-type": "application/json" };
export const QUOTE = { ...REQUEST, usage: { inputTokens: 3 } };

/** A merchant of its own for a file of tests, or for each test, and the API asked with its key. */
export function useMerchant(before: typeof beforeAll = beforeAll) {
  let key = "";
  before(async () => {
    key = (await makeMerchant()).apiKey;
  });
  const asking = (method: string) => (path: string, json?: unknown) =>
    call(`${method} ${path}`, { key, json });
  return {
    keyOf: () => key,
    get: asking("GET"),
    post: asking("POST"),
    put: asking("PUT"),
    patch: asking("PATCH"),
    remove: asking("DELETE"),
  };
}

/** JSON as what it says; a file as it is. */
function bodyOf(text: string, type: string | null) {
  if (text === "") return null;
  return type?.endsWith("json") ? JSON.parse(text) : text;
}

function contentOf({ key, json, raw, headers = {} }: Sent): RequestInit {
  const body = json === undefined ? raw : JSON.stringify(json);
  return {
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body, duplex: "half" }),
  };
}

type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

function expectDocumented(endpoint: Endpoint | undefined, { status, headers, body }: Answer): void {
  expect(headers.get("x-request-id"), "every answer names its request").toBeTruthy();
  if (!endpoint) return;
  const named = `${endpoint.operationId} ${status} ${JSON.stringify(body)?.slice(0, 300)}`;
  const type = headers.get("content-type")?.split(";")[0] ?? null;
  const schema = documentedSchema(endpoint, status, type);
  expect(schema, `not documented: ${named}`).toBeDefined();
  if (schema === null) expect(type, named).toBeNull();
  if (schema) expect(schema.safeParse(body).error?.issues, named).toBeUndefined();
}

const responses = new Map(ENDPOINTS.map((endpoint) => [endpoint, documentedRoute(BASE, endpoint).responses]));

/** The schema of an answer; null for one without a body, undefined when the document does not know status or type. */
function documentedSchema(
  endpoint: Endpoint,
  status: number,
  type: string | null,
): z.ZodType | null | undefined {
  const answer = responses.get(endpoint)?.[status];
  if (!answer || "$ref" in answer) return undefined;
  if (!answer.content) return null;
  const content =
    type === null ? undefined : Object.entries(answer.content).find(([each]) => each === type)?.[1];
  if (!content) return undefined;
  return "schema" in content && content.schema instanceof z.ZodType ? content.schema : undefined;
}

function endpointOf(method: string, pathname: string): Endpoint | undefined {
  return ENDPOINTS.find(
    (endpoint) => endpoint.method.toUpperCase() === method && patternOf(endpoint).test(pathname),
  );
}

function patternOf({ path }: Endpoint): RegExp {
  return new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}
