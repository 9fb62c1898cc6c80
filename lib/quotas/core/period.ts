import { Temporal } from "temporal-polyfill";
import { type Calendar, type CalendarPeriod, firstDate, periodNumber } from "./calendar";

export type Period = CalendarPeriod | "never" | "hourly" | "plan_period";

/** How a quota's time is cut into periods. `timeZone` is an IANA name. */
export type PeriodSpec = Omit<Calendar, "period"> & { readonly period: Period; readonly timeZone: string };

/** From `start` to just before `end`; a null end never comes. */
export type PeriodWindow = { readonly start: Date; readonly end: Date | null };

const EVER: PeriodWindow = { start: new Date(0), end: null };

/**
 * The period an instant lies in: `start ≤ instant < end`. A pure function of its two arguments, so a new period
 * needs no job to begin, and consecutive periods tile time without gap or overlap, whatever the clocks do:
 *
 * - Days, weeks, months and years begin at the first instant of their first local date: later than midnight
 *   where midnight is skipped, the first one where it comes twice. A date that a zone skipped has no period.
 * - Hours follow the local clock: one begins when the clock shows a full hour, and also when it is set, so an
 *   hour that comes twice is two periods, and a shift of half an hour leaves a shorter one.
 * - `plan_period` counts monthly; a customer with a plan has that plan's own dates, which need no computing.
 * - `never` is one period, from 1970 on.
 */
export function periodAt(spec: PeriodSpec, instant: Date): PeriodWindow {
  const { period } = spec;
  if (period === "never") return EVER;
  const now = zoned(instant.getTime(), spec.timeZone);
  if (period === "hourly") return clockHour(now);
  return calendarPeriod({ ...spec, period: period === "plan_period" ? "monthly" : period }, now);
}

/**
 * The local date tells which period to look at; the instants decide, because a clock set back over midnight
 * shows yesterday's date again after today has begun.
 */
function calendarPeriod(calendar: Calendar, now: Temporal.ZonedDateTime): PeriodWindow {
  const beginning = (number: number): number =>
    firstDate(calendar, number).toZonedDateTime(now.timeZoneId).epochMilliseconds;

  let number = periodNumber(calendar, now.toPlainDate());
  let start = beginning(number);
  let end = beginning(number + 1);
  while (end <= now.epochMilliseconds) {
    number += 1;
    start = end;
    end = beginning(number + 1);
  }
  return { start: new Date(start), end: new Date(end) };
}

const HOUR_MILLISECONDS = 3_600_000;

/** The full hour around `now`, cut where the zone's offset changes inside it. */
function clockHour(now: Temporal.ZonedDateTime): PeriodWindow {
  const { minute, second, millisecond } = now;
  const fullHour = now.epochMilliseconds - (minute * 60_000 + second * 1000 + millisecond);
  const nextHour = fullHour + HOUR_MILLISECONDS;
  return {
    start: new Date(Math.max(fullHour, lastChange(now, fullHour) ?? fullHour)),
    end: new Date(Math.min(nextHour, nextChange(now, nextHour) ?? nextHour)),
  };
}

/** The last change of offset up to `now`; only looked for when the offset at `since` was another one. */
function lastChange(now: Temporal.ZonedDateTime, since: number): number | undefined {
  if (zoned(since, now.timeZoneId).offsetNanoseconds === now.offsetNanoseconds) return undefined;
  // "previous" leaves out a change at the very instant, which counts here.
  return now.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds;
}

/** The first change of offset after `now`; only looked for when the offset at `until` is another one. */
function nextChange(now: Temporal.ZonedDateTime, until: number): number | undefined {
  if (zoned(until, now.timeZoneId).offsetNanoseconds === now.offsetNanoseconds) return undefined;
  return now.getTimeZoneTransition("next")?.epochMilliseconds;
}

function zoned(epochMilliseconds: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone);
}
