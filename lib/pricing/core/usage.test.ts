import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { millisecondsOf, NO_USAGE, tokensOf, usageOf } from "./usage";

describe("millisecondsOf", () => {
  it("reads seconds with up to three places exactly, where multiplying would not", () => {
    expect([0, 1, 1.5, 1.005, 0.001, 4.35, 86_400].map(millisecondsOf)).toEqual([
      0, 1000, 1500, 1005, 1, 4350, 86_400_000,
    ]);
  });

  it("refuses what is negative, not finite, finer than a millisecond or beyond reason", () => {
    expect([-1, -0.5, NaN, Infinity, 1.0005, 1e-7, 1e12, 1e21].map(millisecondsOf)).toEqual(
      Array(8).fill(null),
    );
  });

  it("reads back any whole number of milliseconds", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (milliseconds) => {
        const digits = milliseconds.toString().padStart(4, "0");
        const seconds = +`${digits.slice(0, -3)}.${digits.slice(-3)}`;
        expect(millisecondsOf(seconds)).toBe(milliseconds);
      }),
    );
  });
});

describe("usageOf", () => {
  it("fills what is absent with zero", () => {
    expect(usageOf({})).toEqual(NO_USAGE);
    expect(usageOf({ inputTokens: 3, images: undefined, seconds: 1.25 })).toEqual({
      ...NO_USAGE,
      inputTokens: 3,
      milliseconds: 1250,
    });
  });

  it("names the field when seconds are too fine", () => {
    expect(() => usageOf({ seconds: 0.0001 })).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        details: { errors: [expect.objectContaining({ path: "usage.seconds" })] },
      }),
    );
  });
});

describe("tokensOf", () => {
  it("sums the buckets, or shows the total where there is no split", () => {
    expect(tokensOf(usageOf({ inputTokens: 1, outputTokens: 2, reasoningTokens: 4, totalTokens: 99 }))).toBe(
      7,
    );
    expect(tokensOf(usageOf({ totalTokens: 99 }))).toBe(99);
  });
});
