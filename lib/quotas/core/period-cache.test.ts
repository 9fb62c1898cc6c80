import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodAt, type PeriodSpec } from "./period";
import { makePeriodCache } from "./period-cache";

const SPEC: PeriodSpec = {
  period: "daily",
  anchorDay: null,
  anchorMonth: null,
  timeZone: "UTC",
  weekStart: "monday",
};

describe("makePeriodCache", () => {
  it("answers what periodAt answers, in any order of instants", () => {
    const cached = makePeriodCache();
    fc.assert(
      fc.property(
        fc.constantFrom(1, 15, 31),
        fc.nat(400 * 24),
        fc.constantFrom("hourly", "daily", "never"),
        (anchorDay, hour, period) => {
          const spec = { ...SPEC, period, anchorDay, timeZone: "Europe/Berlin" } as const;
          const instant = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
          expect(cached(spec, instant)).toEqual(periodAt(spec, instant));
        },
      ),
    );
  });

  it("returns the very same window while the instant lies inside, and for an equal spec", () => {
    const cached = makePeriodCache();
    const first = cached(SPEC, new Date("2026-01-01T00:00:00Z"));
    expect(cached({ ...SPEC }, new Date("2026-01-01T23:59:59.999Z"))).toBe(first);
    expect(cached(SPEC, new Date("2026-01-02T00:00:00Z"))).not.toBe(first);
  });
});
