import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditsToString, micros, parseCredits } from "@/lib/kernel/micros";
import { rawCostString, ticks, TICKS_PER_CREDIT, ZERO_TICKS } from "./cost";
import { explainPrice } from "./explain";
import { MAX_RATE_MICROS, methodsFor, rateProblems } from "./methods";
import { type PriceInput, priceUsage } from "./price";
import type { PricingRule } from "./types";
import { NO_USAGE, usageOf } from "./usage";

function rate(text: string) {
  const value = parseCredits(text);
  if (value === null) throw new Error(`not a rate: ${text}`);
  return value;
}

const CHAT: PricingRule = {
  id: "rule-1",
  version: 3,
  module: "chatbot",
  bot: null,
  form: null,
  operation: "chat",
  provider: null,
  model: null,
  method: "per_1k_tokens",
  inputRate: rate("1"),
  outputRate: rate("2"),
  cachedInputRate: null,
  cacheWriteRate: null,
  reasoningRate: null,
  unitRate: null,
  rounding: "up_to_whole",
  enabled: true,
};

const EXAMPLE: PriceInput = {
  rule: CHAT,
  unpricedPolicy: "raw_units",
  usage: usageOf({ inputTokens: 800, outputTokens: 300 }),
  carryTicks: ZERO_TICKS,
  mode: "usage",
};

describe("priceUsage", () => {
  it("prices the worked example alike when authorizing and when charging", () => {
    for (const mode of ["authorize", "usage"] as const) {
      const price = priceUsage({ ...EXAMPLE, mode });
      expect(creditsToString(price.costMicros)).toBe("2");
      expect(rawCostString(price.rawTicks)).toBe("1.4");
      expect(price).toMatchObject({ unpriced: false, blocked: false, carryTicks: 0n });
    }
  });

  it("under carry sets aside the ceiling, and only usage moves the carried fraction", () => {
    const carrying = {
      ...EXAMPLE,
      rule: { ...CHAT, rounding: "carry" as const },
      carryTicks: ticks(TICKS_PER_CREDIT - 1n),
    };
    const authorized = priceUsage({ ...carrying, mode: "authorize" });
    expect([authorized.costMicros, authorized.carryTicks]).toEqual([2_000_000n, TICKS_PER_CREDIT - 1n]);
    const charged = priceUsage(carrying);
    expect(charged.costMicros).toBe(2_000_000n);
    expect(charged.carryTicks).toBe((TICKS_PER_CREDIT * 4n) / 10n - 1n);
  });

  it("leaves the carried fraction alone under rules that do not carry, and without a rule", () => {
    const carryTicks = ticks(123n);
    expect(priceUsage({ ...EXAMPLE, carryTicks }).carryTicks).toBe(123n);
    expect(priceUsage({ ...EXAMPLE, carryTicks, rule: null }).carryTicks).toBe(123n);
  });

  it("without a rule charges raw units, and says so", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null });
    expect(creditsToString(price.costMicros)).toBe("1100");
    expect(price).toMatchObject({ unpriced: true, blocked: false });
  });

  it("shows seconds without a rule as unpriced, at no cost", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null, usage: usageOf({ seconds: 90 }) });
    expect(price).toMatchObject({ costMicros: 0n, unpriced: true, blocked: false });
  });

  it("free costs nothing and is unpriced", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null, unpricedPolicy: "free" });
    expect(price).toMatchObject({ costMicros: 0n, rawTicks: 0n, unpriced: true, blocked: false });
  });

  it("block refuses to authorize, and charges nothing for usage that happened anyway", () => {
    const unknown = { ...EXAMPLE, rule: null, unpricedPolicy: "block" as const };
    expect(priceUsage({ ...unknown, mode: "authorize" })).toMatchObject({
      blocked: true,
      unpriced: true,
      costMicros: 0n,
    });
    expect(priceUsage(unknown)).toMatchObject({ blocked: false, unpriced: true, costMicros: 0n });
  });

  it("does not ask the policy where a rule matches, even one that costs nothing", () => {
    const free = { ...CHAT, inputRate: rate("0"), outputRate: rate("0") };
    const price = priceUsage({ ...EXAMPLE, rule: free, unpricedPolicy: "block", mode: "authorize" });
    expect(price).toMatchObject({ blocked: false, unpriced: false, costMicros: 0n });
  });
});

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

describe("methodsFor", () => {
  it("offers what each operation can be billed by", () => {
    expect(methodsFor("chat")).toEqual(["per_1k_tokens", "per_minute", "flat"]);
    expect(methodsFor("form_submit")).toEqual(["per_1k_tokens", "flat"]);
    expect(methodsFor("generate")).toEqual(["per_image", "flat"]);
    expect(methodsFor("edit")).toEqual(["per_image", "flat"]);
    expect(methodsFor("video")).toEqual(["per_video", "flat"]);
    expect(methodsFor("transcribe")).toHaveLength(5);
  });
});

describe("rateProblems", () => {
  const bare = { ...CHAT, inputRate: null, outputRate: null };
  const paths = (rule: PricingRule) => rateProblems(rule).map(({ path }) => path);

  it("asks for the rates of the method, and only for those", () => {
    expect(paths(CHAT)).toEqual([]);
    expect(paths(bare)).toEqual(["inputRate", "outputRate"]);
    expect(paths({ ...bare, method: "flat" })).toEqual(["unitRate"]);
    expect(paths({ ...bare, method: "flat", unitRate: rate("0") })).toEqual([]);
  });

  it("refuses a method the operation does not have", () => {
    expect(rateProblems({ ...CHAT, operation: "generate" })).toEqual([
      { path: "method", message: "generate can be billed per_image or flat, not per_1k_tokens." },
    ]);
    expect(paths({ ...CHAT, operation: "summarize" })).toEqual([]);
  });

  it("refuses rates below zero or above a million", () => {
    expect(paths({ ...CHAT, reasoningRate: micros(-1n) })).toEqual(["reasoningRate"]);
    expect(paths({ ...CHAT, inputRate: micros(MAX_RATE_MICROS + 1n) })).toEqual(["inputRate"]);
    expect(paths({ ...CHAT, inputRate: MAX_RATE_MICROS })).toEqual([]);
  });

  it("prices nothing at all as nothing", () => {
    expect(priceUsage({ ...EXAMPLE, usage: NO_USAGE }).costMicros).toBe(0n);
  });
});
