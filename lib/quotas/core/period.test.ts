import { describe, expect, it } from "vitest";
import { periodAt, type PeriodSpec, type PeriodWindow } from "./period";

const SPEC: PeriodSpec = {
  period: "daily",
  anchorDay: null,
  anchorMonth: null,
  timeZone: "UTC",
  weekStart: "monday",
};

/** The window of `spec` at an instant, as two ISO strings. */
function shown(spec: Partial<PeriodSpec>, instant: string): [string, string | null] {
  const { start, end } = periodAt({ ...SPEC, ...spec }, new Date(instant));
  return [start.toISOString().replace(":00.000", ""), end && end.toISOString().replace(":00.000", "")];
}

const hours = ({ start, end }: PeriodWindow): number =>
  ((end?.getTime() ?? NaN) - start.getTime()) / 3_600_000;
const at = (spec: Partial<PeriodSpec>, instant: string): PeriodWindow =>
  periodAt({ ...SPEC, ...spec }, new Date(instant));

describe("days", () => {
  it("run from local midnight to local midnight", () => {
    expect(shown({ timeZone: "Asia/Kathmandu" }, "2026-03-10T18:14:00Z")).toEqual([
      "2026-03-09T18:15Z",
      "2026-03-10T18:15Z",
    ]);
    expect(shown({ timeZone: "Asia/Kathmandu" }, "2026-03-10T18:15:00Z")).toEqual([
      "2026-03-10T18:15Z",
      "2026-03-11T18:15Z",
    ]);
  });

  it("begin at one o'clock where midnight does not exist", () => {
    const timeZone = "America/Sao_Paulo";
    expect(shown({ timeZone }, "2018-11-04T12:00:00Z")).toEqual(["2018-11-04T03:00Z", "2018-11-05T02:00Z"]);
    expect(shown({ timeZone }, "2018-11-04T02:59:59Z")).toEqual(["2018-11-03T03:00Z", "2018-11-04T03:00Z"]);
    expect(shown({ timeZone: "Africa/Cairo" }, "2024-04-26T12:00:00Z")).toEqual([
      "2024-04-25T22:00Z",
      "2024-04-26T21:00Z",
    ]);
    expect(shown({ timeZone: "Asia/Beirut" }, "2022-03-27T12:00:00Z")).toEqual([
      "2022-03-26T22:00Z",
      "2022-03-27T21:00Z",
    ]);
  });

  it("have 23, 25 and 23½ or 24½ hours where clocks are set", () => {
    expect(hours(at({ timeZone: "Europe/Berlin" }, "2026-03-29T12:00:00Z"))).toBe(23);
    expect(hours(at({ timeZone: "Europe/Berlin" }, "2026-10-25T12:00:00Z"))).toBe(25);
    expect(hours(at({ timeZone: "Asia/Beirut" }, "2022-10-29T12:00:00Z"))).toBe(25);
    expect(hours(at({ timeZone: "Australia/Lord_Howe" }, "2024-10-06T02:00:00Z"))).toBe(23.5);
    expect(hours(at({ timeZone: "Australia/Lord_Howe" }, "2024-04-07T02:00:00Z"))).toBe(24.5);
  });

  it("begin at the first midnight where it comes twice, and do not end with the second", () => {
    const timeZone = "America/Havana";
    expect(shown({ timeZone }, "2024-11-03T05:30:00Z")).toEqual(["2024-11-03T04:00Z", "2024-11-04T05:00Z"]);
    // In 2006 Newfoundland set its clocks from 00:01 back to 23:01 of the day before.
    const newfoundland = shown({ timeZone: "America/St_Johns" }, "2006-10-29T03:00:00Z");
    expect(newfoundland).toEqual(["2006-10-29T02:30Z", "2006-10-30T03:30Z"]);
  });

  it("leave out the date that Samoa skipped", () => {
    const timeZone = "Pacific/Apia";
    expect(shown({ timeZone }, "2011-12-30T09:59:59Z")).toEqual(["2011-12-29T10:00Z", "2011-12-30T10:00Z"]);
    expect(shown({ timeZone }, "2011-12-30T10:00:00Z")).toEqual(["2011-12-30T10:00Z", "2011-12-31T10:00Z"]);
    const onThe30th = { timeZone, period: "monthly", anchorDay: 30 } as const;
    expect(shown(onThe30th, "2011-12-31T00:00:00Z")).toEqual(["2011-12-30T10:00Z", "2012-01-29T10:00Z"]);
  });
});

describe("weeks", () => {
  it("begin on the merchant's day", () => {
    const instant = "2026-11-18T10:00:00Z"; // a Wednesday
    expect(shown({ period: "weekly" }, instant)[0]).toBe("2026-11-16T00:00Z");
    expect(shown({ period: "weekly", weekStart: "sunday" }, instant)[0]).toBe("2026-11-15T00:00Z");
    expect(shown({ period: "weekly", weekStart: "saturday" }, instant)[0]).toBe("2026-11-14T00:00Z");
    expect(shown({ period: "weekly" }, "2026-11-16T00:00:00Z")).toEqual([
      "2026-11-16T00:00Z",
      "2026-11-23T00:00Z",
    ]);
  });
});

describe("months", () => {
  it("begin on the anchor day, or on the last day where the month is shorter", () => {
    const starts = (anchorDay: number | null, instants: string[]) =>
      instants.map((instant) => shown({ period: "monthly", anchorDay }, instant)[0]?.slice(0, 10));
    expect(starts(null, ["2026-02-15T00:00:00Z"])).toEqual(["2026-02-01"]);
    const late = [
      "2026-01-30T23:59:59Z",
      "2026-01-31T00:00:00Z",
      "2026-02-28T00:00:00Z",
      "2026-03-30T00:00:00Z",
      "2026-04-30T00:00:00Z",
    ];
    expect(starts(31, late)).toEqual(["2025-12-31", "2026-01-31", "2026-02-28", "2026-02-28", "2026-04-30"]);
    expect(starts(29, ["2024-02-29T00:00:00Z", "2025-02-28T00:00:00Z"])).toEqual([
      "2024-02-29",
      "2025-02-28",
    ]);
    expect(starts(30, ["2024-02-29T00:00:00Z", "2024-03-30T00:00:00Z"])).toEqual([
      "2024-02-29",
      "2024-03-30",
    ]);
  });

  it("are what a plan period counts by", () => {
    const spec = { anchorDay: 12, timeZone: "Asia/Tokyo" };
    const instant = "2026-05-11T15:00:00Z";
    expect(at({ ...spec, period: "plan_period" }, instant)).toEqual(
      at({ ...spec, period: "monthly" }, instant),
    );
  });
});

describe("years", () => {
  it("begin on the anchor date, 29 February on the 28th of common years", () => {
    const leap = { period: "yearly", anchorMonth: 2, anchorDay: 29 } as const;
    expect(shown(leap, "2024-02-29T00:00:00Z")).toEqual(["2024-02-29T00:00Z", "2025-02-28T00:00Z"]);
    expect(shown(leap, "2028-02-28T23:59:00Z")).toEqual(["2027-02-28T00:00Z", "2028-02-29T00:00Z"]);
    expect(shown({ period: "yearly" }, "2026-07-01T00:00:00Z")).toEqual([
      "2026-01-01T00:00Z",
      "2027-01-01T00:00Z",
    ]);
    const fiscal = { period: "yearly", anchorMonth: 4, anchorDay: 6, timeZone: "Europe/London" } as const;
    expect(shown(fiscal, "2026-04-05T22:59:00Z")).toEqual(["2025-04-05T23:00Z", "2026-04-05T23:00Z"]);
  });
});

describe("hours", () => {
  const hourly = (timeZone: string, instant: string) => shown({ period: "hourly", timeZone }, instant);

  it("follow the local clock, also in zones of half and quarter hours", () => {
    expect(hourly("Asia/Kolkata", "2026-01-01T10:29:59Z")).toEqual([
      "2026-01-01T09:30Z",
      "2026-01-01T10:30Z",
    ]);
    expect(hourly("Asia/Kathmandu", "2026-01-01T10:15:00Z")).toEqual([
      "2026-01-01T10:15Z",
      "2026-01-01T11:15Z",
    ]);
  });

  it("that come twice are two periods", () => {
    expect(hourly("Europe/Berlin", "2026-10-25T00:30:00Z")).toEqual([
      "2026-10-25T00:00Z",
      "2026-10-25T01:00Z",
    ]);
    expect(hourly("Europe/Berlin", "2026-10-25T01:30:00Z")).toEqual([
      "2026-10-25T01:00Z",
      "2026-10-25T02:00Z",
    ]);
  });

  it("are cut where half an hour is skipped or repeated", () => {
    const timeZone = "Australia/Lord_Howe";
    expect(hourly(timeZone, "2024-10-05T15:40:00Z")).toEqual(["2024-10-05T15:30Z", "2024-10-05T16:00Z"]);
    expect(hourly(timeZone, "2024-04-06T15:10:00Z")).toEqual(["2024-04-06T15:00Z", "2024-04-06T15:30Z"]);
  });
});

describe("never", () => {
  it("is one period without an end", () => {
    expect(at({ period: "never" }, "2026-01-01T00:00:00Z")).toEqual({ start: new Date(0), end: null });
  });
});
