import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOurHeader, judgeClaims, MOST_TOKEN_SECONDS } from "./claims";

const now = new Date("2026-11-21T10:00:00Z");
const seconds = now.getTime() / 1_000;
const judge = (payload: unknown) => judgeClaims(payload, { slug: "acme", now });
const good = { sub: "42", exp: seconds + 300 };

describe("what a token says", () => {
  it("is a customer and an end, and what is known of the customer", () => {
    const said = {
      ...good,
      sub: 42,
      email: "ada@example.com",
      name: "Ada",
      roles: ["gold"],
      jti: "x",
      aud: "acme",
    };
    expect(judge({ ...said, iat: seconds, iss: "https://shop.example.com" })).toEqual({
      ok: true,
      claims: {
        externalId: "42",
        email: "ada@example.com",
        name: "Ada",
        roles: ["gold"],
        jti: "x",
        expiresAt: new Date(now.getTime() + 300_000),
      },
    });
  });

  it.each([
    ["no customer", { exp: good.exp }],
    ["an empty customer", { ...good, sub: "" }],
    ["no end", { sub: "42" }],
    ["an end that is no number", { ...good, exp: "never" }],
    ["an end too far away", { ...good, exp: seconds + MOST_TOKEN_SECONDS + 61 }],
    ["a beginning that is to come", { ...good, nbf: seconds + 120 }],
    ["a making that is to come", { ...good, iat: seconds + 120 }],
    ["a customer with a line break", { ...good, sub: "4\n2" }],
    ["nothing", undefined],
    ["a list", []],
  ])("is not believed with %s", (_what, payload) => {
    expect(judge(payload)).toEqual({ ok: false, fault: "forged" });
  });

  it("is over from its last second on, and is for nobody but its audience", () => {
    expect(judge({ ...good, exp: seconds })).toEqual({ ok: false, fault: "expired" });
    expect(judge({ ...good, aud: "other" })).toEqual({ ok: false, fault: "other_merchant" });
    expect(judge({ ...good, aud: ["other", "acme"] })).toMatchObject({ ok: true });
  });

  it("never lets one in for longer than it may, whatever it says", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.double(), (noise, exp) => {
        const judged = judge(typeof noise === "object" ? { sub: "1", ...noise, exp } : noise);
        if (!judged.ok) return;
        const left = judged.claims.expiresAt.getTime() - now.getTime();
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual((MOST_TOKEN_SECONDS + 60) * 1_000);
      }),
    );
  });
});

describe("a token's header", () => {
  it("says HS256 and asks for nothing more", () => {
    expect(isOurHeader({ alg: "HS256", typ: "JWT", kid: "1" })).toBe(true);
    for (const header of [
      { alg: "none" },
      { alg: "hs256" },
      { alg: "RS256" },
      {},
      null,
      { alg: "HS256", crit: ["x"] },
    ]) {
      expect(isOurHeader(header)).toBe(false);
    }
  });
});
