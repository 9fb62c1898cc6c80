import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { periodAt, type PeriodSpec } from "./period";

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
