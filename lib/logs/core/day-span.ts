import { localDay } from "@/lib/kernel/time";
import { addDays } from "./days";

const RANGE_DAYS = { "7d": 7, "30d": 30, "90d": 90 } as const;

/** The calendar days of a range: today in the zone, and the days before it. */
export function spanOfRange(
  range: keyof typeof RANGE_DAYS,
  now: Date,
  timeZone: string,
): { from: string; to: string } {
  const to = localDay(timeZone, now);
  return { from: addDays(to, 1 - RANGE_DAYS[range]), to };
}
