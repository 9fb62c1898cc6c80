import { Temporal } from "temporal-polyfill";

/** Periods that begin on a date of the local calendar. */
export type CalendarPeriod = "daily" | "weekly" | "monthly" | "yearly";
type WeekStart = "monday" | "sunday" | "saturday";

export type Calendar = {
  readonly period: CalendarPeriod;
  /** Day of month on which months and years begin, 1 to 31; the last day where a month is shorter. Null is 1. */
  readonly anchorDay: number | null;
  /** Month in which years begin, 1 to 12. Null is 1. */
  readonly anchorMonth: number | null;
  readonly weekStart: WeekStart;
};

/** A Monday. */
const DAY_ZERO = Temporal.PlainDate.from("2001-01-01");
const DAYS_AFTER_MONDAY: Record<WeekStart, number> = { monday: 0, saturday: 5, sunday: 6 };

/** The number of the period a date belongs to; consecutive periods have consecutive numbers. */
export function periodNumber(calendar: Calendar, date: Temporal.PlainDate): number {
  switch (calendar.period) {
    case "daily":
      return dayNumber(date);
    case "weekly":
      return Math.floor((dayNumber(date) - DAYS_AFTER_MONDAY[calendar.weekStart]) / 7);
    case "monthly":
      return begunBy(calendar, date, date.year * 12 + date.month - 1);
    case "yearly":
      return begunBy(calendar, date, date.year);
  }
}

/** The first date of a period, by its number. */
export function firstDate(calendar: Calendar, number: number): Temporal.PlainDate {
  const anchorDay = calendar.anchorDay ?? 1;
  switch (calendar.period) {
    case "daily":
      return DAY_ZERO.add({ days: number });
    case "weekly":
      return DAY_ZERO.add({ days: number * 7 + DAYS_AFTER_MONDAY[calendar.weekStart] });
    case "monthly":
      return dateOf(Math.floor(number / 12), (number % 12) + 1, anchorDay);
    case "yearly":
      return dateOf(number, calendar.anchorMonth ?? 1, anchorDay);
  }
}

function dayNumber(date: Temporal.PlainDate): number {
  return DAY_ZERO.until(date).days;
}

/** `number`, or the one before while that period has not begun by `date`. */
function begunBy(calendar: Calendar, date: Temporal.PlainDate, number: number): number {
  return Temporal.PlainDate.compare(firstDate(calendar, number), date) > 0 ? number - 1 : number;
}

/** The 31st of a month with 30 days is its 30th; 29 February of a common year is the 28th. */
function dateOf(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" });
}
