import { remembered } from "./remembered";

const formatterOf = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }),
);

/** The calendar date of an instant in an IANA zone, as "2026-11-20". Throws RangeError for an unknown zone. */
export function localDay(timeZone: string, instant: Date): string {
  return formatterOf(timeZone).format(instant);
}
