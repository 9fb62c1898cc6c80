import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageRequest, postRequest, ResponseReader } from "./wire";

const WITH_LENGTH = 'HTTP/1.1 201 Created\r\nContent-Length: 11\r\nX: y\r\n\r\n{"ok":true}';
const IN_CHUNKS = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n';
const WITHOUT_BODY = "HTTP/1.1 402 Payment Required\r\nContent-Length: 0\r\n\r\n";

function read(chunks: readonly Buffer[]) {
  const seen: [number, string][] = [];
  const reader = new ResponseReader((status, body) => seen.push([status, body.toString()]));
  chunks.forEach((chunk) => reader.push(chunk));
  return seen;
}

describe("ResponseReader", () => {
  it("reads the same responses wherever the bytes are cut", () => {
    const bytes = Buffer.from(WITH_LENGTH + IN_CHUNKS + WITHOUT_BODY + WITH_LENGTH);
    const whole = read([bytes]);
    expect(whole.map(([status]) => status)).toEqual([201, 200, 402, 201]);
    expect(whole[0]).toEqual([201, '{"ok":true}']);

    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
        expect(read(pieces)).toEqual(whole);
      }),
    );
  });
});

describe("postRequest", () => {
  it("counts the body in bytes, not characters", () => {
    const request = postRequest({ host: "localhost:1", path: "/x", key: "tg_k" }, '{"a":"ü"}');
    expect(request).toContain("Content-Length: 10\r\n");
  });
});

describe("pageRequest", () => {
  it("carries the cookie where there is one, and ends where a request without a body ends", () => {
    const target = { host: "localhost:1", path: "/usage/x" };
    const signedIn = pageRequest({ ...target, cookie: "a=b" });
    expect(signedIn).toMatch(/^GET \/usage\/x HTTP\/1\.1\r\nHost: localhost:1\r\n/);
    expect(signedIn).toContain("\r\nCookie: a=b\r\n\r\n");
    expect(pageRequest({ ...target, cookie: "" })).not.toContain("Cookie");
  });
});
