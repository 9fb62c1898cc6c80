import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { ticks, TICKS_PER_CREDIT } from "./cost";
import { explainPrice } from "./explain";
import { CHAT, EXAMPLE, rate } from "./testing";
import { usageOf } from "./usage";

describe("explainPrice", () => {
  it("spells out the worked example", () => {
    expect(explainPrice(EXAMPLE)).toEqual({
      rule: { id: "rule-1", version: 3 },
      method: "per_1k_tokens",
      unpriced: false,
      policy: null,
      blocked: false,
      mode: "usage",
      lines: [
        {
          bucket: "inputTokens",
          quantity: "800",
          per: "1k_tokens",
          rate: "1",
          rateField: "inputRate",
          amount: "0.8",
        },
        {
          bucket: "outputTokens",
          quantity: "300",
          per: "1k_tokens",
          rate: "2",
          rateField: "outputRate",
          amount: "0.6",
        },
      ],
      raw: "1.4",
      rounding: "up_to_whole",
      carry: null,
      cost: "2",
    });
  });

  it("says which rate a cached token was charged at", () => {
    const usage = usageOf({ cachedInputTokens: 1000, reasoningTokens: 500 });
    const lines = explainPrice({
      ...EXAMPLE,
      usage,
      rule: { ...CHAT, cachedInputRate: rate("0.125") },
    }).lines;
    expect(lines.map(({ rateField, amount }) => [rateField, amount])).toEqual([
      ["cachedInputRate", "0.125"],
      ["outputRate", "1"],
    ]);
  });

  it("spells out minutes with the carried fraction", () => {
    const voice = { ...CHAT, method: "per_minute" as const, unitRate: rate("1"), rounding: "carry" as const };
    const said = explainPrice({
      ...EXAMPLE,
      rule: voice,
      usage: usageOf({ seconds: 12.5 }),
      carryTicks: ticks(TICKS_PER_CREDIT / 2n),
    });
    expect(said.lines).toEqual([
      {
        bucket: "seconds",
        quantity: "12.5",
        per: "minute",
        rate: "1",
        rateField: "unitRate",
        amount: "0.208333333",
      },
    ]);
    expect(said).toMatchObject({
      raw: "0.208333333",
      carry: { before: "0.5", after: "0.708333333" },
      cost: "0",
    });
  });

  it.each([
    ["per_image", { images: 3 }, { bucket: "images", quantity: "3", per: "image", amount: "7.5" }],
    ["per_video", { videos: 2 }, { bucket: "videos", quantity: "2", per: "video", amount: "5" }],
    ["flat", {}, { bucket: "requests", quantity: "1", per: "request", amount: "2.5" }],
  ] as const)("spells out %s", (method, used, line) => {
    const rule = { ...CHAT, method, unitRate: rate("2.5") };
    const said = explainPrice({ ...EXAMPLE, rule, usage: usageOf(used) });
    expect(said.lines).toEqual([{ ...line, rate: "2.5", rateField: "unitRate" }]);
  });

  it("spells out raw units by bucket, and has no lines where nothing was charged", () => {
    const usage = usageOf({ totalTokens: 2000, images: 1, seconds: 9 });
    const said = explainPrice({ ...EXAMPLE, rule: null, usage });
    expect(said.lines).toEqual([
      { bucket: "totalTokens", quantity: "2000", per: "token", rate: "1", rateField: null, amount: "2000" },
      { bucket: "images", quantity: "1", per: "image", rate: "1", rateField: null, amount: "1" },
    ]);
    expect(said).toMatchObject({
      rule: null,
      policy: "raw_units",
      unpriced: true,
      raw: "2001",
      cost: "2001",
    });
    const free = explainPrice({ ...EXAMPLE, rule: null, usage, unpricedPolicy: "free" });
    expect(free).toMatchObject({ lines: [], raw: "0", cost: "0", policy: "free", rounding: null });
  });

  it("has lines that add up to the raw cost, token for token", () => {
    const tokens = fc.nat(10_000_000);
    const anyRate = fc.option(fc.bigInt(0n, 1_000_000_000n).map(micros));
    const buckets = fc.record({
      inputTokens: tokens,
      outputTokens: tokens,
      cachedInputTokens: tokens,
      totalTokens: tokens,
    });
    fc.assert(
      fc.property(buckets, anyRate, anyRate, (used, inputRate, cachedInputRate) => {
        const said = explainPrice({
          ...EXAMPLE,
          usage: usageOf(used),
          rule: { ...CHAT, inputRate, cachedInputRate },
        });
        const nano = (text: string) => {
          const [whole = "", fraction = ""] = text.split(".");
          return BigInt(whole + fraction.padEnd(9, "0"));
        };
        expect(said.lines.reduce((sum, line) => sum + nano(line.amount), 0n)).toBe(nano(said.raw));
      }),
    );
  });
});
