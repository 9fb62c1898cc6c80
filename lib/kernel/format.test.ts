import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount, formatCredits, formatPlural, formatShare, isExactAt, shortId } from "./format";
import { parseCredits } from "./micros";

describe("formatCredits", () => {
  it.each([
    [0n, "0"],
    [1_400_000n, "1.4"],
    [1n, "0.000001"],
    [-2_000_000n, "−2"],
    [1_204_500_000n, "1,204.5"],
    [9_007_199_254_740_993_000_001n, "9,007,199,254,740,993.000001"],
  ])("writes %s micros as %s", (micros, text) => {
    expect(formatCredits(micros)).toBe(text);
  });

  it("signs changes in both directions and leaves zero bare", () => {
    expect(formatCredits(500_000_000n, { sign: true })).toBe("+500");
    expect(formatCredits(-500_000n, { sign: true })).toBe("−0.5");
    expect(formatCredits(0n, { sign: true })).toBe("0");
  });

  it("rounds halves away from zero, the same way on both sides", () => {
    expect(formatCredits(1_005_000n, { places: 2 })).toBe("1.01");
    expect(formatCredits(-1_005_000n, { places: 2 })).toBe("−1.01");
    expect(formatCredits(-4_000n, { places: 2 })).toBe("0");
    expect(formatCredits(1_999_999n, { places: 0 })).toBe("2");
  });

  it("can be read back to the very same amount", () => {
    const amounts = fc.bigInt(-9_999_999_999_999_999_999n, 9_999_999_999_999_999_999n);
    fc.assert(
      fc.property(amounts, (micros) => {
        return parseCredits(formatCredits(micros).replaceAll(",", "").replace("−", "-")) === micros;
      }),
    );
  });

  it("knows when a rounded figure hides something", () => {
    expect(isExactAt(1_250_000n, 2)).toBe(true);
    expect(isExactAt(1_250_001n, 2)).toBe(false);
  });
});

describe("counts", () => {
  it("groups digits", () => {
    expect(formatCount(19_366)).toBe("19,366");
    expect(formatCount(-1_000n)).toBe("−1,000");
  });

  it("chooses the noun by the count", () => {
    expect(formatPlural(1, "log")).toBe("1 log");
    expect(formatPlural(0, "log")).toBe("0 logs");
    expect(formatPlural(1_204n, "entry", "entries")).toBe("1,204 entries");
  });

  it("writes shares of a whole with one decimal", () => {
    expect(formatShare(1n, 8n)).toBe("12.5%");
    expect(formatShare(1n, 3n)).toBe("33.3%");
    expect(formatShare(2n, 3n)).toBe("66.7%");
    expect(formatShare(-1n, 4n)).toBe("−25%");
    expect(formatShare(5n, 0n)).toBe("0%");
  });
});

describe("shortId", () => {
  it("keeps both ends of a long id and leaves short ones alone", () => {
    expect(shortId("0199a7c2-5f1e-7b7a-9a55-2b1c0f3e3f1c")).toBe("0199a7…3f1c");
    expect(shortId("req_1")).toBe("req_1");
  });
});
