import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { periodAt, type PeriodSpec, type PeriodWindow } from "./period";
import { makePeriodCache } from "./period-cache";

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

// The oracle: Intl alone tells local dates and hours; boundaries are found by search. No code or library is shared.

const ZONES = [
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "America/Havana",
  "America/St_Johns",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Antarctica/Troll",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kwajalein",
];

const MINUTE = 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show, as milliseconds of a clock in UTC showing the same. */
function clock(timeZone: string, instant: number): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(timeZone, format);
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, parseInt(value, 10)]));
  const get = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? NaN;
  return Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"), get("second"));
}

const dateIn = (timeZone: string, instant: number): number => Math.floor(clock(timeZone, instant) / DAY);

/** The first instant whose local date is `day` (days since 1970) or later. */
function firstInstantOf(day: number, timeZone: string): number {
  let late = day * DAY - 30 * 60 * MINUTE;
  while (dateIn(timeZone, late) < day) late += 15 * MINUTE;
  let early = late - 15 * MINUTE;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (dateIn(timeZone, middle) < day) early = middle;
    else late = middle;
  }
  return late;
}

function isFirstDay(spec: PeriodSpec, day: number): boolean {
  const date = new Date(day * DAY);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const onAnchor = date.getUTCDate() === Math.min(spec.anchorDay ?? 1, lastOfMonth);
  if (spec.period === "weekly")
    return date.getUTCDay() === ["sunday", "monday", "", "", "", "", "saturday"].indexOf(spec.weekStart);
  if (spec.period === "yearly") return onAnchor && date.getUTCMonth() + 1 === (spec.anchorMonth ?? 1);
  return spec.period === "daily" || onAnchor;
}

function expectedDates(spec: PeriodSpec, instant: number): [number, number] {
  const begins = (day: number) => isFirstDay(spec, day);
  let day = dateIn(spec.timeZone, instant) + 2;
  while (!begins(day) || firstInstantOf(day, spec.timeZone) > instant) day -= 1;
  const start = firstInstantOf(day, spec.timeZone);
  do day += 1;
  while (!begins(day) || firstInstantOf(day, spec.timeZone) <= instant);
  return [start, firstInstantOf(day, spec.timeZone)];
}

/** Minutes belong together while the clock runs on evenly within one hour. */
function expectedHour({ timeZone }: PeriodSpec, instant: number): [number, number] {
  const minute = Math.floor(instant / MINUTE) * MINUTE;
  const together = (a: number, b: number) => {
    const [clockA, clockB] = [clock(timeZone, a), clock(timeZone, b)];
    return clockB - clockA === MINUTE && Math.floor(clockA / 3_600_000) === Math.floor(clockB / 3_600_000);
  };
  let start = minute;
  while (together(start - MINUTE, start)) start -= MINUTE;
  let end = minute;
  while (together(end, end + MINUTE)) end += MINUTE;
  return [start, end + MINUTE];
}

const anySpec: fc.Arbitrary<PeriodSpec> = fc.record({
  period: fc.constantFrom("hourly", "daily", "weekly", "monthly", "yearly", "plan_period"),
  anchorDay: fc.option(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(29, 30, 31))),
  anchorMonth: fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(2))),
  timeZone: fc.constantFrom(...ZONES),
  weekStart: fc.constantFrom("monday", "sunday", "saturday"),
});
const anyInstant = fc.integer({ min: Date.UTC(1973, 0, 1), max: Date.UTC(2040, 0, 1) });

/** Half of all instants within three days, or within two hours, of a change of the zone's clocks. */
const anyCase = fc
  .tuple(
    anySpec,
    anyInstant,
    fc.constantFrom(0, 0, 2 * 3_600_000, 3 * DAY),
    fc.integer({ min: -1000, max: 1000 }),
  )
  .map(([spec, instant, within, permille]) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(spec.timeZone);
    const change = within === 0 ? null : zoned.getTimeZoneTransition("previous");
    const near = change ? change.epochMilliseconds + Math.trunc((within * permille) / 1000) : instant;
    return { spec, instant: Math.max(near, Date.UTC(1973, 0, 1)) };
  });

describe("in any zone, at any instant", () => {
  it("the period is the one that a search through the local clock finds", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyCase, ({ spec, instant }) => {
        const { start, end } = periodAt(spec, new Date(instant));
        const expected =
          spec.period === "hourly" ? expectedHour(spec, instant) : expectedDates(spec, instant);
        expect([start.getTime(), end?.getTime()]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it(
    "periods tile time: each holds its instant and all of its own, and ends where the next begins",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(anyCase, ({ spec, instant }) => {
          const window = periodAt(spec, new Date(instant));
          const [start, end] = [window.start.getTime(), window.end?.getTime() ?? NaN];
          expect(start <= instant && instant < end).toBe(true);
          expect(periodAt(spec, window.start)).toEqual(window);
          expect(periodAt(spec, new Date(end - 1))).toEqual(window);
          expect(periodAt(spec, new Date(end)).start.getTime()).toBe(end);
          expect(periodAt(spec, new Date(start - 1)).end?.getTime()).toBe(start);
        }),
        { numRuns: 1500 },
      );
    },
  );
});

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
