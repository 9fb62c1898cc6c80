import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditsToString } from "@/lib/kernel/micros";
import { ceilToWhole, rawCostString, rawTicks, roundCost, ticks, TICKS_PER_CREDIT, ZERO_TICKS } from "./cost";
import { makeRule, rate } from "./testing";
import type { PricingRule, Rounding } from "./types";
import { NO_USAGE, type Usage, usageOf } from "./usage";

const perThousand = (input: string, output: string) =>
  makeRule({ inputRate: rate(input), outputRate: rate(output) });
const charge = (of: PricingRule, usage: Usage) =>
  creditsToString(roundCost(rawTicks(of, usage), of.rounding, ZERO_TICKS).cost);

describe("the worked examples", () => {
  it("charges 2 for 800 in and 300 out at 1 and 2 per thousand, of a raw cost of 1.4", () => {
    const usage = usageOf({ inputTokens: 800, outputTokens: 300 });
    expect(rawCostString(rawTicks(perThousand("1", "2"), usage))).toBe("1.4");
    expect(charge(perThousand("1", "2"), usage)).toBe("2");
  });

  it("charges exactly 3 where floating point charges 4", () => {
    const usage = usageOf({ inputTokens: 1200, outputTokens: 1600 });
    expect(charge(perThousand("0.5", "1.5"), usage)).toBe("3");
  });

  it("charges a flat rate whatever was used", () => {
    const flat = makeRule({ method: "flat", unitRate: rate("5") });
    expect(charge(flat, NO_USAGE)).toBe("5");
    expect(charge(flat, usageOf({ inputTokens: 1_000_000, images: 9 }))).toBe("5");
  });

  it("charges images, videos and minutes by count", () => {
    const usage = usageOf({ images: 3, videos: 2, seconds: 90 });
    expect(charge(makeRule({ method: "per_image", unitRate: rate("1.5") }), usage)).toBe("5");
    expect(charge(makeRule({ method: "per_video", unitRate: rate("20") }), usage)).toBe("40");
    expect(charge(makeRule({ method: "per_minute", unitRate: rate("2") }), usage)).toBe("3");
  });

  it("agrees with exact fractions on all 12,000 points of the grid, and never charges above the ceiling", () => {
    const rates = ["0.1", "0.15", "0.25", "0.3", "0.5", "0.6", "0.7", "1", "1.1", "1.5"];
    let differing = 0;
    for (const inputRate of rates.slice(0, 5)) {
      for (const outputRate of rates.slice(4)) {
        const priced = perThousand(inputRate, outputRate);
        for (let input = 100; input <= 2000; input += 100) {
          for (let output = 100; output <= 2000; output += 100) {
            const exact = BigInt(input) * rate(inputRate) + BigInt(output) * rate(outputRate);
            const ceiling =
              exact % 1_000_000_000n === 0n ? exact / 1_000_000_000n : exact / 1_000_000_000n + 1n;
            if (charge(priced, usageOf({ inputTokens: input, outputTokens: output })) !== ceiling.toString())
              differing += 1;
          }
        }
      }
    }
    expect(differing).toBe(0);
  });
});

describe("token buckets", () => {
  const usage = usageOf({
    inputTokens: 1000,
    cachedInputTokens: 2000,
    cacheWriteTokens: 3000,
    outputTokens: 4000,
    reasoningTokens: 5000,
  });

  it("charges cached input, cache writes and reasoning at their own rates", () => {
    const own = { cachedInputRate: rate("0.1"), cacheWriteRate: rate("1.25"), reasoningRate: rate("3") };
    // 1×1 + 2×0.1 + 3×1.25 + 4×2 + 5×3
    expect(rawCostString(rawTicks({ ...perThousand("1", "2"), ...own }, usage))).toBe("27.95");
  });

  it("charges them as input and output where the rule has no rate of their own", () => {
    expect(rawCostString(rawTicks(perThousand("1", "2"), usage))).toBe("24");
  });

  it("takes an own rate of zero at its word", () => {
    const free = { cachedInputRate: rate("0"), cacheWriteRate: rate("0"), reasoningRate: rate("0") };
    expect(rawCostString(rawTicks({ ...perThousand("1", "2"), ...free }, usage))).toBe("9");
  });

  it("charges a total without a split as input, and ignores it beside a split", () => {
    expect(charge(perThousand("1", "2"), usageOf({ totalTokens: 3000 }))).toBe("3");
    expect(charge(perThousand("1", "2"), usageOf({ totalTokens: 3000, outputTokens: 1000 }))).toBe("2");
  });

  it("stays exact for a billion tokens at a million credits per thousand", () => {
    const usageAtLimit = usageOf({ inputTokens: 1_000_000_000, outputTokens: 999_999_999 });
    const dear = perThousand("1000000", "999999.999999");
    expect(rawCostString(rawTicks(dear, usageAtLimit))).toBe("1999999998999.000000001");
    expect(charge(dear, usageAtLimit)).toBe("1999999999000");
  });
});

describe("rounding", () => {
  const raw = (text: string) => ticks(rate(text) * 60_000n);

  it.each([
    ["up_to_whole", "1.4", "2"],
    ["up_to_whole", "3", "3"],
    ["up_to_whole", "0", "0"],
    ["up_to_whole", "0.000001", "1"],
    ["up_to_hundredth", "1.401", "1.41"],
    ["up_to_hundredth", "1.4", "1.4"],
    ["exact", "1.400001", "1.400001"],
    ["carry", "1.4", "1"],
  ] as const)("%s makes %s a charge of %s", (rounding, cost, charged) => {
    expect(creditsToString(roundCost(raw(cost), rounding, ZERO_TICKS).cost)).toBe(charged);
  });

  it("rounds exact up to the micro-credit, never down", () => {
    const one = makeRule({ method: "per_1k_tokens", inputRate: rate("0.000001"), rounding: "exact" });
    expect(rawCostString(rawTicks(one, usageOf({ inputTokens: 1 })))).toBe("0.000000001");
    expect(charge(one, usageOf({ inputTokens: 1 }))).toBe("0.000001");
    expect(charge(one, usageOf({ inputTokens: 1001 }))).toBe("0.000002");
  });

  it("makes sixty seconds at 1 per minute exactly one credit under carry", () => {
    const voice = makeRule({ method: "per_minute", unitRate: rate("1"), rounding: "carry" });
    let carried = ZERO_TICKS;
    const charges = Array.from({ length: 60 }, () => {
      const step = roundCost(rawTicks(voice, usageOf({ seconds: 1 })), "carry", carried);
      carried = step.carryTicks;
      return step.cost;
    });
    expect(charges.slice(0, 59).every((each) => each === 0n)).toBe(true);
    expect(charges[59]).toBe(1_000_000n);
    expect(carried).toBe(0n);
  });

  it("under carry charges in total the floor of the total raw cost, and carries less than a credit", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n * TICKS_PER_CREDIT), { maxLength: 30 }), (costs) => {
        let carried = ZERO_TICKS;
        let charged = 0n;
        for (const cost of costs) {
          const step = roundCost(ticks(cost), "carry", carried);
          carried = step.carryTicks;
          charged += step.cost;
          expect(carried >= 0n && carried < TICKS_PER_CREDIT).toBe(true);
          expect(step.cost <= ceilToWhole(ticks(cost))).toBe(true);
        }
        const total = costs.reduce((sum, cost) => sum + cost, 0n);
        expect(charged * 60_000n + carried).toBe(total);
      }),
    );
  });

  it("otherwise charges at least the raw cost, less than one step more, and leaves the carry alone", () => {
    const steps: [Rounding, bigint][] = [
      ["up_to_whole", 1_000_000n],
      ["up_to_hundredth", 10_000n],
      ["exact", 1n],
    ];
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 24n), fc.constantFrom(...steps), (cost, [rounding, step]) => {
        const rounded = roundCost(ticks(cost), rounding, ticks(7n));
        const over = rounded.cost * 60_000n - cost;
        expect(over >= 0n && over < step * 60_000n).toBe(true);
        expect(rounded.cost % step).toBe(0n);
        expect(rounded.carryTicks).toBe(7n);
      }),
    );
  });
});
