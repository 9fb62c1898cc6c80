import { beforeAll, describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { call, JSON_TYPE, QUOTE } from "./testing";

let key: string;
beforeAll(async () => {
  key = (await makeMerchant()).apiKey;
});

describe("who asks", () => {
  it.each([
    ["nobody", undefined],
    ["a key that is none", "tg_nonsense"],
    ["a key of the right form", "tg_019a9e3c1d0070008000_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
  ])("is turned away: %s", async (_who, wrong) => {
    const { status, body, headers } = await call("POST /quote", { key: wrong, json: QUOTE });

    expect(status).toBe(401);
    expect(body).toMatchObject({ code: "unauthenticated", status: 401 });
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  it("is asked before the body is looked at", async () => {
    const { status } = await call("POST /quote", { raw: "{", headers: JSON_TYPE });

    expect(status).toBe(401);
  });

  it("is asked for the scope before the body is looked at", async () => {
    const { apiKey } = await makeMerchant();
    const reader = await call("POST /api-keys", { key: apiKey, json: { name: "r", scopes: ["usage:read"] } });

    const { status, body } = await call("POST /quote", {
      key: reader.body.key,
      raw: "{",
      headers: JSON_TYPE,
    });

    expect(status).toBe(403);
    expect(body.code).toBe("forbidden");
  });
});

describe("where", () => {
  it("answers 404 for an address that is none", async () => {
    for (const operation of ["GET /nothing", "POST /usage/", "GET /customers//balance", "GET /api/v1"]) {
      const { status, body } = await call(operation, { key });
      expect([operation, status, body.code]).toEqual([operation, 404, "not_found"]);
    }
  });

  it("answers 405 with what an address takes", async () => {
    const { status, body, headers } = await call("GET /usage", { key });

    expect(status).toBe(405);
    expect(body.code).toBe("method_not_allowed");
    expect(headers.get("allow")).toBe("POST, OPTIONS");
    expect((await call("POST /settings")).headers.get("allow")).toBe("GET, PATCH, HEAD, OPTIONS");
  });

  it("answers OPTIONS with what an address takes, and invites no other origin", async () => {
    const { status, headers } = await call("OPTIONS /quotas", {
      headers: { origin: "https://evil.example" },
    });

    expect(status).toBe(204);
    expect(headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("answers HEAD like GET, without the body", async () => {
    const { status, body, headers } = await call("HEAD /settings", { key });

    expect(status).toBe(200);
    expect(body).toBeNull();
    expect(headers.get("content-type")).toBe("application/json");
  });

  it("takes ids in any script, with slashes, and refuses what is not percent-encoded UTF-8", async () => {
    for (const id of ["käse/brot", "用户 1", "a%2Fb", "100%", "..x", "😀", "a?b#c"]) {
      const path = `/customers/${encodeURIComponent(id)}`;
      expect((await call(`PUT ${path}`, { key, json: {} })).body).toMatchObject({ externalId: id });
      expect((await call(`GET ${path}`, { key })).body).toMatchObject({ externalId: id });
    }
    for (const path of ["/customers/%E0%A4%A", "/customers/%ff", "/customers/100%", "/customers/a%00b"]) {
      expect((await call(`PUT ${path}`, { key, json: {} })).status).toBe(422);
    }
  });
});

describe("every answer", () => {
  it("names its request: the caller's id or a new one", async () => {
    const given = await call("GET /settings", { key, headers: { "x-request-id": "trace-1.a:b" } });
    const made = await call("GET /settings", { key, headers: { "x-request-id": "not <fit>" } });

    expect(given.headers.get("x-request-id")).toBe("trace-1.a:b");
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is safe to open and kept by no cache", async () => {
    for (const { headers } of [await call("GET /settings", { key }), await call("GET /settings")]) {
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    }
  });
});

describe("probes", () => {
  it("answer without a key", async () => {
    expect((await call("GET /api/health")).body).toEqual({ status: "ok" });
    expect((await call("GET /api/ready")).body).toEqual({ status: "ready" });
  });
});
