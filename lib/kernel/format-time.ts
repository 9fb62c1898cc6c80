/**
 * How instants, days and spans are written for people. Pure: the caller brings the zone and the present.
 * Texts are put together from parts, so that server and browser (which may carry different locale data) agree.
 */
import { remembered } from "./remembered";

const LOCALE = "en-US";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Part = Exclude<Intl.DateTimeFormatPartTypes, "literal">;

/** One per zone and length of the month's name: tables need hundreds. */
const formatterOf = remembered(
  (timeZone: string, month: "short" | "long") =>
    new Intl.DateTimeFormat(LOCALE, {
      timeZone,
      month,
      weekday: "short",
      year: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "longOffset",
    }),
);

function partsOf(at: Date, timeZone: string, month: "short" | "long"): (part: Part) => string {
  const parts = new Map(
    formatterOf(timeZone, month)
      .formatToParts(at)
      .map((each) => [each.type, each.value]),
  );
  return (part) => parts.get(part) ?? "";
}

/** Short enough for a cell: "21 Nov, 10:04", with the year when it is another one: "21 Nov 2025, 10:04". */
export function formatInstant(at: Date, timeZone: string, now: Date): string {
  const part = partsOf(at, timeZone, "short");
  const year = part("year") === partsOf(now, timeZone, "short")("year") ? "" : ` ${part("year")}`;
  return `${part("day")} ${part("month")}${year}, ${part("hour")}:${part("minute")}`;
}

/** Everything there is to say: "Sat 21 November 2026, 10:04:05, Europe/Berlin (UTC+01:00)". */
export function formatInstantInFull(at: Date, timeZone: string): string {
  const part = partsOf(at, timeZone, "long");
  const day = `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
  const zone = timeZone === "UTC" ? "UTC" : `${timeZone} (${part("timeZoneName").replace("GMT", "UTC")})`;
  return `${day}, ${part("hour")}:${part("minute")}:${part("second")}, ${zone}`;
}

/** A calendar day ("2026-11-21") in words: "21 Nov", in full "Sat 21 November 2026". No zone is involved. */
export function formatDay(day: string, style: "short" | "full" = "short"): string {
  const part = partsOf(new Date(`${day}T12:00:00Z`), "UTC", style === "full" ? "long" : "short");
  if (style === "short") return `${part("day")} ${part("month")}`;
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("year")}`;
}

/** How far away an instant is, in its largest unit: "in 5 h", "3 min ago", "just now", "in 12 days". */
export function formatRelative(at: Date, now: Date): string {
  const distance = at.getTime() - now.getTime();
  const span = formatSpan(distance < 0 ? -distance : distance);
  if (span === null) return distance > 0 ? "in a moment" : "just now";
  return distance > 0 ? `in ${span}` : `${span} ago`;
}

function formatSpan(milliseconds: number): string | null {
  if (milliseconds < 45 * SECOND) return null;
  if (milliseconds < HOUR - MINUTE / 2) return `${Math.max(1, Math.round(milliseconds / MINUTE))} min`;
  if (milliseconds < DAY - HOUR / 2) return `${Math.round(milliseconds / HOUR)} h`;
  const days = Math.round(milliseconds / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

/** How long something took: "340 ms", "2.4 s", "3 min 20 s", "1 h 5 min". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < SECOND) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < MINUTE - 50) return `${Math.round(milliseconds / 100) / 10} s`;
  const seconds = Math.round(milliseconds / SECOND);
  if (seconds < 3_600) return joinUnits([Math.floor(seconds / 60), "min"], [seconds % 60, "s"]);
  const minutes = Math.round(seconds / 60);
  return joinUnits([Math.floor(minutes / 60), "h"], [minutes % 60, "min"]);
}

function joinUnits(large: [number, string], small: [number, string]): string {
  return small[0] === 0 ? large.join(" ") : `${large.join(" ")} ${small.join(" ")}`;
}
