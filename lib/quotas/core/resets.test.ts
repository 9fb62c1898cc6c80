import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatInstantInFull } from "@/lib/kernel/format-time";
import { periodAt, type PeriodSpec } from "./period";
import { latestPeriods, nextResets } from "./resets";

const SPEC: PeriodSpec = {
  period: "daily",
  anchorDay: 1,
  anchorMonth: 1,
  timeZone: "UTC",
  weekStart: "monday",
};

const iso = (dates: Date[]) => dates.map((at) => at.toISOString().replace(":00.000Z", "Z"));

describe("nextResets", () => {
  it("are the coming midnights of the zone, through the change of its clocks", () => {
    const resets = nextResets({ ...SPEC, timeZone: "Europe/Oslo" }, new Date("2026-10-23T12:00:00Z"), 4);
    expect(iso(resets)).toEqual([
      "2026-10-23T22:00Z",
      "2026-10-24T22:00Z",
      "2026-10-25T23:00Z",
      "2026-10-26T23:00Z",
    ]);
    expect(formatInstantInFull(resets[1] ?? new Date(0), "Europe/Oslo")).toContain("00:00:00");
  });

  it("fall on the last day of shorter months", () => {
    const resets = nextResets(
      { ...SPEC, period: "monthly", anchorDay: 31 },
      new Date("2027-01-15T00:00:00Z"),
      4,
    );
    expect(iso(resets)).toEqual([
      "2027-01-31T00:00Z",
      "2027-02-28T00:00Z",
      "2027-03-31T00:00Z",
      "2027-04-30T00:00Z",
    ]);
  });

  it("never come where nothing is reset", () => {
    expect(nextResets({ ...SPEC, period: "never" }, new Date(), 12)).toEqual([]);
  });

  it("begin after the instant and each begins the period after the one before, in any zone", () => {
    const spec = fc.record({
      period: fc.constantFrom("hourly", "daily", "weekly", "monthly", "yearly", "plan_period"),
      anchorDay: fc.integer({ min: 1, max: 31 }),
      anchorMonth: fc.integer({ min: 1, max: 12 }),
      timeZone: fc.constantFrom(
        ...["UTC", "Europe/Oslo", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Beirut"],
        ...["Africa/Cairo", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia"],
      ),
      weekStart: fc.constantFrom("monday", "sunday", "saturday"),
    });
    const instant = fc.date({
      min: new Date("2001-01-01"),
      max: new Date("2038-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(spec, instant, (each, from) => {
        const resets = nextResets(each, from, 12);
        expect(resets).toHaveLength(12);
        let before = from;
        for (const reset of resets) {
          expect(reset.getTime()).toBeGreaterThan(before.getTime());
          expect(periodAt(each, before).end).toEqual(reset);
          before = reset;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("latestPeriods", () => {
  it("are the running period and those before it, without a gap", () => {
    const periods = latestPeriods(SPEC, new Date("2026-11-21T09:00:00Z"), 3);
    expect(iso(periods.map(({ start }) => start))).toEqual([
      "2026-11-21T00:00Z",
      "2026-11-20T00:00Z",
      "2026-11-19T00:00Z",
    ]);
    expect(periods[1]?.end).toEqual(periods[0]?.start);
  });

  it("is one where nothing is reset", () => {
    expect(latestPeriods({ ...SPEC, period: "never" }, new Date(), 7)).toHaveLength(1);
  });
});
