import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listCost } from "./list-cost";
import { clockOf, usualHour } from "./usual-hour";

describe("usualHour", () => {
  const sums = (days: number, ...hours: [number, bigint][]) => ({ days, requests: new Map(hours) });

  it("is the average of the hours it lies in, by the minutes of each", () => {
    expect(usualHour(sums(7, [9, 70n], [10, 140n]), { hour: 10, minute: 30 })).toBe(15n);
    expect(usualHour(sums(7, [9, 70n], [10, 140n]), { hour: 10, minute: 0 })).toBe(10n);
    expect(usualHour(sums(1, [23, 60n]), { hour: 0, minute: 15 })).toBe(45n);
  });

  it("is unknown where no day is, and nothing where nobody asked", () => {
    expect(usualHour(sums(0), { hour: 3, minute: 0 })).toBeNull();
    expect(usualHour(sums(5), { hour: 3, minute: 0 })).toBe(0n);
  });
});

describe("clockOf", () => {
  it("shows the clocks of the zone, midnight as 0", () => {
    expect(clockOf(new Date("2026-11-21T23:05:00Z"), "Europe/Oslo")).toEqual({ hour: 0, minute: 5 });
    expect(clockOf(new Date("2026-11-21T00:00:00Z"), "Asia/Kathmandu")).toEqual({ hour: 5, minute: 45 });
  });
});

describe("listCost", () => {
  it("prices both kinds of tokens by the million, in billionths of a dollar", () => {
    const price = { input: 2_500_000_000n, output: 10_000_000_000n };
    expect(listCost({ inputTokens: 800n, outputTokens: 300n }, price)).toBe(5_000_000n);
    expect(listCost({ inputTokens: 1n, outputTokens: 0n }, { input: 1n, output: null })).toBe(1n);
    expect(listCost({ inputTokens: 1n, outputTokens: 1n }, { input: 1n, output: null })).toBeNull();
  });

  it("never loses by splitting usage, and gains less than a billionth a part", () => {
    const tokens = fc.bigInt(0n, 10n ** 9n);
    fc.assert(
      fc.property(tokens, tokens, tokens, (a, b, output) => {
        const price = { input: 150_000_000n, output: 600_000_000n };
        const whole = listCost({ inputTokens: a + b, outputTokens: output }, price) ?? 0n;
        const first = listCost({ inputTokens: a, outputTokens: output }, price) ?? 0n;
        const second = listCost({ inputTokens: b, outputTokens: 0n }, price) ?? 0n;
        expect(first + second - whole === 0n || first + second - whole === 1n).toBe(true);
      }),
    );
  });
});
