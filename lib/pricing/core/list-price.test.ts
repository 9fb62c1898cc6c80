import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { type ListPrice, marginOf, parseMoney, perThousand, worthOf } from "./list-price";
import { NO_USAGE } from "./usage";

/** $2.50 in and $10 out per million tokens. */
const LIST: ListPrice = {
  ...{ input: 2_500_000_000n, output: 10_000_000_000n, cachedInput: 1_250_000_000n },
  ...{ cacheWrite: null, reasoning: null, tiered: false },
};
const usage = { ...NO_USAGE, inputTokens: 800, outputTokens: 300 };
const worth = { credit: 10_000_000n, dollar: 1_000_000_000n };

describe("list prices and margins", () => {
  it("writes prices per thousand tokens exactly", () => {
    expect(perThousand(2_500_000_000n)).toBe("0.0025");
    expect(perThousand(75_000_000n)).toBe("0.000075");
  });

  it("holds what the provider asks against what the credits are worth", () => {
    // 800 × 2.5 + 300 × 10 per million = $0.005; two credits at a cent are $0.02.
    const margin = marginOf(LIST, { usage, micros: micros(2_000_000n), worth });

    expect(margin).toEqual({ cost: "0.005", revenue: "0.02", share: "75%", loss: false });
  });

  it("charges cached input at its own price, and what has none at its neighbour's", () => {
    const cached = { ...NO_USAGE, cachedInputTokens: 1_000, cacheWriteTokens: 1_000, reasoningTokens: 1_000 };

    expect(marginOf(LIST, { usage: cached, micros: micros(1_000_000n), worth })).toMatchObject({
      cost: "0.01375",
      loss: true,
    });
  });

  it("turns the provider's dollars into the merchant's currency", () => {
    const settings = { currency: "EUR", creditValue: "0.01", dollarRate: "0.5" };
    const euros = worthOf(settings);

    expect(euros && marginOf(LIST, { usage, micros: micros(2_000_000n), worth: euros })).toEqual({
      ...{ cost: "0.0025", revenue: "0.02", share: "87.5%", loss: false },
    });
    expect(worthOf({ ...settings, dollarRate: null })).toBeNull();
    expect(worthOf({ ...settings, creditValue: null })).toBeNull();
    expect(worthOf({ ...settings, currency: "USD", dollarRate: null })).toEqual(worth);
  });

  it("says nothing where nothing is charged or the list is silent", () => {
    expect(marginOf(LIST, { usage, micros: micros(0n), worth })).toBeNull();
    const silent = { ...LIST, input: null, output: null };
    expect(marginOf(silent, { usage, micros: micros(1n), worth })).toBeNull();
  });

  it.each([
    ["0.01", 10_000_000n],
    ["12", 12_000_000_000n],
    ["1e-7", null],
    ["", null],
    ["-1", null],
  ])("reads %j as money", (text, expected) => expect(parseMoney(text)).toBe(expected));
});
