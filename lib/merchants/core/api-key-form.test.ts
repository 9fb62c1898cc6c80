import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatApiKey, hintOfApiKey, merchantOfApiKey } from "./api-key-form";

const anySecret = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("the form of an API key", () => {
  it("names its merchant", () => {
    fc.assert(
      fc.property(fc.uuid(), anySecret, (merchantId, secret) => {
        const key = formatApiKey(merchantId, secret);
        expect(key).toMatch(/^tg_[\w-]{22}_[\w-]{43}$/);
        expect(merchantOfApiKey(key)).toBe(merchantId);
        expect(key.endsWith(hintOfApiKey(key))).toBe(true);
        expect(hintOfApiKey(key)).toHaveLength(4);
      }),
    );
  });

  it("is not found in what is no key", () => {
    const key = formatApiKey("019a0000-0000-7000-8000-000000000000", new Uint8Array(32));
    for (const text of [
      "",
      "tg_",
      key.slice(1),
      key.slice(0, -1),
      `${key}A`,
      ` ${key}`,
      `${key}\n`,
      key.replace("tg_", "sk_"),
    ]) {
      expect(merchantOfApiKey(text)).toBeNull();
    }
  });
});
