import { beforeAll, describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { call, JSON_TYPE, QUOTE } from "./testing";

let key: string;
beforeAll(async () => {
  key = (await makeMerchant()).apiKey;
});

/** A body that comes in pieces without its length being told beforehand. */
function inPieces(pieces: number, size: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent === pieces) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(size).fill(32));
    },
  });
}

describe("the body", () => {
  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"])(
    "may be %s",
    async (type) => {
      const { status } = await call("POST /quote", {
        key,
        raw: JSON.stringify(QUOTE),
        headers: { "content-type": type },
      });
      expect(status).toBe(200);
    },
  );

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "application/json; charset=latin1",
    "multipart/form-data; boundary=x",
    "application/json, text/plain",
  ])("may not be %s", async (type) => {
    const { status, body } = await call("POST /quote", {
      key,
      raw: JSON.stringify(QUOTE),
      headers: { "content-type": type },
    });

    expect(status).toBe(415);
    expect(body.code).toBe("unsupported_media_type");
  });

  it("may not come without saying what it is", async () => {
    const { status } = await call("POST /quote", {
      key,
      raw: new TextEncoder().encode(JSON.stringify(QUOTE)),
    });

    expect(status).toBe(415);
  });

  it("may not come compressed", async () => {
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };

    expect((await call("POST /quote", { key, raw: "{}", headers })).status).toBe(415);
  });

  it.each([
    ["nothing", ""],
    ["half an object", '{"id":'],
    ["two values", "{} {}"],
    ["a byte order mark", "\ufeff{}"],
    ["a bare NaN", '{"usage": NaN}'],
    ["a raw NUL in a string", '{"id": "a\0b"}'],
    ["bytes that are no UTF-8", new Uint8Array([123, 34, 255, 34, 58, 49, 125])],
  ])("must parse: %s", async (_case, raw) => {
    const { status, body } = await call("POST /quote", { key, raw, headers: JSON_TYPE });

    expect(status).toBe(400);
    expect(body.code).toBe("invalid_json");
  });

  it.each([["[]"], ["null"], ["42"], ['"text"'], ["true"]])("must be an object: %s", async (raw) => {
    const { status, body } = await call("POST /quote", { key, raw, headers: JSON_TYPE });

    expect(status).toBe(422);
    expect(body.code).toBe("invalid_input");
  });

  it.each([
    ["one that says so", "x".repeat(5_000_000), { "content-length": "5000000" }],
    ["one that says nothing", inPieces(5, 1_000_000), {}],
    ["one that never ends", inPieces(Number.MAX_SAFE_INTEGER, 65_536), {}],
    ["one that says too little", "x".repeat(5_000_000), { "content-length": "10" }],
  ] as const)("may have 4 MB: %s", async (_case, raw, headers) => {
    const { status, body } = await call("POST /usage", { key, raw, headers: { ...JSON_TYPE, ...headers } });

    expect(status).toBe(413);
    expect(body.code).toBe("too_large");
  });

  it("may nearly have 4 MB", async () => {
    const raw = `${JSON.stringify(QUOTE)}${" ".repeat(3_900_000)}`;

    expect((await call("POST /quote", { key, raw, headers: JSON_TYPE })).status).toBe(200);
  });

  it("may not be nested without end", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const metadata = `{"a":`.repeat(5_000) + "1" + "}".repeat(5_000);

    expect((await call("POST /quote", { key, raw: deep, headers: JSON_TYPE })).status).toBe(422);
    const usage = `{"id":"n","customer":"1","metadata":${metadata}}`;
    expect((await call("POST /usage", { key, raw: usage, headers: JSON_TYPE })).status).toBe(422);
    const brackets = { ...QUOTE, model: "[".repeat(150) };
    expect((await call("POST /quote", { key, json: brackets })).status).toBe(200);
  });
});

describe("fields", () => {
  it.each([
    [{ ...QUOTE, modell: "x" }, "modell"],
    [{ ...QUOTE, usage: { inputTokens: 1, tokens: 2 } }, "usage.tokens"],
    [{ ...QUOTE, provider: undefined }, "provider"],
    [{ ...QUOTE, usage: { inputTokens: 1e30 } }, "usage.inputTokens"],
    [{ ...QUOTE, usage: { inputTokens: -1 } }, "usage.inputTokens"],
    [{ ...QUOTE, usage: { inputTokens: 1.5 } }, "usage.inputTokens"],
    [{ ...QUOTE, usage: { inputTokens: "1" } }, "usage.inputTokens"],
    [{ ...QUOTE, usage: { seconds: 1.2345 } }, "usage.seconds"],
    [{ ...QUOTE, model: "" }, "model"],
    [{ ...QUOTE, model: "x".repeat(201) }, "model"],
    [{ ...QUOTE, model: "a\nb" }, "model"],
    [{ ...QUOTE, model: "a\ud800" }, "model"],
    [{ ...QUOTE, model: "a\0" }, "model"],
  ])("that are wrong are named: %j", async (json, path) => {
    const { status, body } = await call("POST /quote", { key, json });

    expect(status).toBe(422);
    expect(body.code).toBe("invalid_input");
    expect(body.errors.map((each: { path: string }) => each.path)).toContain(path);
  });

  it("that try to reach a prototype are unknown ones", async () => {
    const raw = JSON.stringify(QUOTE).replace("{", '{"__proto__":{"admin":true},"constructor":1,');

    const { status, body } = await call("POST /quote", { key, raw, headers: JSON_TYPE });

    expect(status).toBe(422);
    expect(body.errors.map((each: { path: string }) => each.path)).toContain("constructor");
    expect(Reflect.get({}, "admin")).toBeUndefined();
  });

  it("of the query are checked like those of a body", async () => {
    for (const query of [
      "limit=0",
      "limit=many",
      "limit=1&limit=2",
      "cursor=nonsense",
      "lmit=3",
      "limit=1e9",
    ]) {
      const { status, body } = await call(`GET /quotas?${query}`, { key });
      expect([query, status, body.code]).toEqual([query, 422, "invalid_input"]);
    }
    expect((await call("GET /settings?verbose=1", { key })).status).toBe(422);
  });
});

describe("free text", () => {
  it("keeps what cannot be stored as a replacement character", async () => {
    const message = "half an emoji \ud83d, a NUL \0, a whole one 😀";

    const { status, body } = await call("POST /quotas", { key, json: { audience: "guest", message } });

    expect(status).toBe(201);
    expect(body.message).toBe("half an emoji \ufffd, a NUL \ufffd, a whole one 😀");
  });
});
