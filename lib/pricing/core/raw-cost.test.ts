import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { rawCostString, rawTicks, TICKS_PER_CREDIT, unpricedRaw } from "./cost";
import { makeRule, rate } from "./testing";
import type { PricingRule, Rates } from "./types";
import { type Usage, usageOf } from "./usage";

describe("rawTicks", () => {
  const anyRate = fc.option(fc.bigInt(0n, 1_000_000_000_000n).map(micros));
  const anyTokens = fc.nat({ max: 1_000_000_000 });
  const anyUsage: fc.Arbitrary<Usage> = fc.record({
    inputTokens: anyTokens,
    outputTokens: anyTokens,
    cachedInputTokens: anyTokens,
    cacheWriteTokens: anyTokens,
    reasoningTokens: anyTokens,
    totalTokens: anyTokens,
    images: fc.nat(1000),
    videos: fc.nat(1000),
    milliseconds: fc.nat(100_000_000),
  });
  const anyRates = fc.record({
    inputRate: anyRate,
    outputRate: anyRate,
    cachedInputRate: anyRate,
    cacheWriteRate: anyRate,
    reasoningRate: anyRate,
    unitRate: anyRate,
  });
  const methods = ["per_1k_tokens", "per_image", "per_video", "per_minute", "flat"] as const;

  it("equals the formula in exact fractions for any usage and rates", () => {
    fc.assert(
      fc.property(anyUsage, anyRates, fc.constantFrom(...methods), (usage, rates, method) => {
        const [numerator, denominator] = formula(usage, rates, method);
        const cost = rawTicks(makeRule({ ...rates, method }), usage);
        expect(cost * denominator).toBe(numerator * TICKS_PER_CREDIT);
      }),
    );
  });

  /** The price as a fraction of credits, written from the contract and not from the code. */
  function formula(usage: Usage, rates: Rates, method: PricingRule["method"]): [bigint, bigint] {
    const input = rates.inputRate ?? 0n;
    const output = rates.outputRate ?? 0n;
    const split =
      BigInt(usage.inputTokens) * input +
      BigInt(usage.cachedInputTokens) * (rates.cachedInputRate ?? input) +
      BigInt(usage.cacheWriteTokens) * (rates.cacheWriteRate ?? input) +
      BigInt(usage.outputTokens) * output +
      BigInt(usage.reasoningTokens) * (rates.reasoningRate ?? output);
    const { inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens, reasoningTokens } = usage;
    const anySplit = [inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens, reasoningTokens].some(
      (n) => n > 0,
    );
    const unit = rates.unitRate ?? 0n;
    const fractions: Record<PricingRule["method"], [bigint, bigint]> = {
      per_1k_tokens: [anySplit ? split : BigInt(usage.totalTokens) * input, 1_000_000_000n],
      per_image: [BigInt(usage.images) * unit, 1_000_000n],
      per_video: [BigInt(usage.videos) * unit, 1_000_000n],
      per_minute: [BigInt(usage.milliseconds) * unit, 60_000n * 1_000_000n],
      flat: [unit, 1_000_000n],
    };
    return fractions[method];
  }
});

describe("rawCostString", () => {
  it("shows up to nine places, shortest, repeating fractions rounded to the nearest", () => {
    const voice = makeRule({ method: "per_minute", unitRate: rate("1") });
    const shown = (seconds: number) => rawCostString(rawTicks(voice, usageOf({ seconds })));
    expect([shown(1), shown(20), shown(40), shown(15), shown(60), shown(0)]).toEqual([
      "0.016666667",
      "0.333333333",
      "0.666666667",
      "0.25",
      "1",
      "0",
    ]);
  });
});

describe("unpricedRaw", () => {
  it("counts a credit for every token of any bucket, image and video, and nothing for seconds", () => {
    const usage = usageOf({
      inputTokens: 1,
      cachedInputTokens: 20,
      cacheWriteTokens: 300,
      outputTokens: 4000,
    });
    const more = { ...usage, reasoningTokens: 50_000, images: 600_000, videos: 7_000_000, milliseconds: 5 };
    expect(rawCostString(unpricedRaw(more))).toBe("7654321");
    expect(rawCostString(unpricedRaw(usageOf({ totalTokens: 2000 })))).toBe("2000");
    expect(rawCostString(unpricedRaw(usageOf({ totalTokens: 2000, inputTokens: 5 })))).toBe("5");
    expect(rawCostString(unpricedRaw(usageOf({ seconds: 90 })))).toBe("0");
  });
});
