import { Temporal } from "temporal-polyfill";

/** When a calendar day begins in a zone: at the first instant of the day where midnight does not exist. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}
