import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros, parseCredits } from "@/lib/kernel/micros";
import type { TypicalRequest } from "@/lib/logs/core";
import type { PricingRule } from "@/lib/pricing/core";
import { priceUnits, worthOf } from "./worth";

function credits(text: string) {
  return micros(parseCredits(text) ?? 0n);
}

function rule(id: string, about: Partial<PricingRule>): PricingRule {
  return {
    ...{
      id,
      version: 1,
      module: null,
      bot: null,
      form: null,
      operation: "chat",
      provider: null,
      model: null,
    },
    ...{ method: "per_1k_tokens", inputRate: credits("1"), outputRate: credits("2"), cachedInputRate: null },
    ...{ cacheWriteRate: null, reasoningRate: null, unitRate: null, rounding: "up_to_whole", enabled: true },
    ...about,
  };
}

const chat: TypicalRequest = {
  ...{ operation: "chat", module: "chatbot", bot: null, provider: "openai", model: "gpt-4o" },
  ...{ inputTokens: 800, outputTokens: 300 },
};

const price = (rules: PricingRule[], typical: TypicalRequest[] = []) =>
  priceUnits({ rules, unpricedPolicy: "block", typical });

describe("what a package roughly buys", () => {
  it("supposes 1,000 tokens in and out while nothing is known, and says so", () => {
    const [worth] = worthOf(credits("100"), price([rule("r", {})]));

    expect(worth).toMatchObject({ operation: "chat", per: "request", cost: 3_000_000n, count: 33n });
    expect(worth?.basis).toMatchObject({ inputTokens: 1_000, outputTokens: 1_000, tokens: "assumed" });
  });

  it("takes the merchant's own usual request when there is one, under the rule that prices it", () => {
    const rules = [rule("any", {}), rule("exact", { model: "gpt-4o", rounding: "exact" })];

    const [worth] = worthOf(credits("100"), price(rules, [chat]));

    expect(worth).toMatchObject({ cost: 1_400_000n, count: 71n });
    expect(worth?.basis).toMatchObject({ tokens: "average", model: "gpt-4o", rule: { id: "exact" } });
  });

  it("counts images, videos, minutes and flat requests by one each, in the usual order", () => {
    const flat = { inputRate: null, outputRate: null };
    const rules = [
      rule("v", { ...flat, operation: "video", method: "per_video", unitRate: credits("40") }),
      rule("m", {
        ...flat,
        operation: "transcribe",
        method: "per_minute",
        unitRate: credits("0.5"),
        rounding: "exact",
      }),
      rule("i", { ...flat, operation: "generate", method: "per_image", unitRate: credits("7") }),
      rule("f", { ...flat, operation: "form_submit", method: "flat", unitRate: credits("2") }),
    ];

    const worth = worthOf(credits("30"), price(rules));

    expect(worth.map(({ operation, per, count }) => [operation, per, count])).toEqual([
      ["form_submit", "request", 15n],
      ["generate", "image", 4n],
      ["video", "video", 0n],
      ["transcribe", "minute", 60n],
    ]);
  });

  it("takes the rule that prices most requests, and no disabled one", () => {
    const rules = [
      rule("bot", { bot: "b" }),
      rule("any", { inputRate: credits("5") }),
      rule("off", { enabled: false }),
    ];

    expect(price(rules)).toMatchObject([{ basis: { rule: { id: "any" } }, cost: 7_000_000n }]);
  });

  it("charges carried fractions as they are, and leaves out what is refused or free", () => {
    const carry = rule("c", { rounding: "carry" });
    expect(worthOf(credits("14"), price([carry], [chat]))).toMatchObject([{ cost: 1_400_000n, count: 10n }]);
    expect(price([], [chat])).toEqual([]);
    const free = priceUnits({ rules: [], unpricedPolicy: "free", typical: [chat] });
    expect(worthOf(credits("1"), free)).toMatchObject([{ cost: 0n, count: null }]);
    const raw = priceUnits({ rules: [], unpricedPolicy: "raw_units", typical: [chat] });
    expect(worthOf(credits("2200"), raw)).toMatchObject([{ cost: 1_100_000_000n, count: 2n }]);
  });

  it("never promises more than the credits pay for, nor leaves a whole one out", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), fc.bigInt(1n, 10n ** 9n), (owned, rate) => {
        const unit = { inputRate: null, outputRate: null, method: "flat", unitRate: micros(rate) } as const;
        const [worth] = worthOf(micros(owned), price([rule("r", { ...unit, rounding: "exact" })]));
        const spent = (worth?.count ?? -1n) * (worth?.cost ?? 0n);
        expect(spent <= owned && spent + (worth?.cost ?? 0n) > owned).toBe(true);
      }),
    );
  });
});
