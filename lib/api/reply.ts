import { toProblem } from "@/lib/web";

/** What an operation answers: JSON text, ready to send, or nothing. */
export type Reply = {
  readonly status: number;
  readonly body: string | ReadableStream<Uint8Array> | null;
  /** Of a body that is no JSON: what it is, and under which name it is kept. */
  readonly headers?: Readonly<Record<string, string>>;
};

export function json(status: number, value: object): Reply {
  return { status, body: JSON.stringify(value) };
}

/** For answers that a verb has already written as JSON. */
export function jsonText(status: number, body: string): Reply {
  return { status, body };
}

export const NO_CONTENT: Reply = { status: 204, body: null };

/** On every answer. An API is never framed, sniffed or kept by a cache: answers are one caller's own. */
const SAFE_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export const REQUEST_ID = "x-request-id";

export function replyResponse({ status, body, headers: own }: Reply, requestId: string): Response {
  // A plain object and a string keep to the short way through the server's adapter.
  const headers =
    body === null
      ? { ...SAFE_HEADERS, [REQUEST_ID]: requestId }
      : { "content-type": "application/json", ...SAFE_HEADERS, [REQUEST_ID]: requestId, ...own };
  return new Response(body, { status, headers });
}

/** Whatever was thrown, as a problem document (RFC 9457). */
export function problemResponse(
  error: unknown,
  requestId: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const { status, headers, body } = toProblem(error);
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, ...SAFE_HEADERS, ...more, [REQUEST_ID]: requestId },
  });
}
