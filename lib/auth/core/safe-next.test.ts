import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it.each([
    ["/m/acme/usage/logs?model=gpt-4o&cursor=a%2Fb#top", "/m/acme/usage/logs?model=gpt-4o&cursor=a%2Fb#top"],
    ["/usage", "/usage"],
    ["/m/../usage", "/usage"],
    ["/", "/"],
  ])("follows %s", (wish, path) => expect(safeNext(wish)).toBe(path));

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/m/..//evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    " /m",
    "m/acme",
    "",
    "/sign-in?next=/sign-in",
    "/sign-out",
    "/api/auth/signout",
    ["/m/acme"],
    undefined,
    null,
  ])("does not follow %j", (wish) => expect(safeNext(wish)).toBe("/m"));

  it("never leaves the site, whatever the wish", () => {
    const site = "https://tollgate.example";
    const text = fc.string({ unit: fc.constantFrom(..."/\\.:?#@ \t\nah%25e"), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(text, fc.string(), fc.webUrl()), (wish) => {
        expect(new URL(safeNext(wish), site).origin).toBe(site);
      }),
      { numRuns: 500 },
    );
  });
});
