import { Temporal } from "temporal-polyfill";

export type WeekStart = "monday" | "sunday" | "saturday";

/** Short names of weekdays, Monday first: weekday 0 is Monday. */
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

const FIRST: Record<WeekStart, number> = { monday: 0, saturday: 5, sunday: 6 };

/** The weekdays in the merchant's order. */
export function weekOrder(start: WeekStart): number[] {
  return WEEKDAYS.map((_, index) => (index + FIRST[start]) % WEEKDAYS.length);
}

type Span = { readonly from: Date; readonly until: Date };
type Days = { readonly from: string; readonly to: string; readonly timeZone: string };

/** Finds the latest such hour that began within the days, up to now; null where there was none. */
export function latestHours({ from, to, timeZone }: Days, now: Date) {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  return (weekday: number, hour: number): Span | null => {
    let day = last.subtract({ days: (last.dayOfWeek - 1 - weekday + 7) % 7 });
    while (Temporal.PlainDate.compare(day, first) >= 0) {
      const begin = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) });
      if (begin.epochMilliseconds <= now.getTime()) {
        return {
          from: new Date(begin.epochMilliseconds),
          until: new Date(begin.add({ hours: 1 }).epochMilliseconds),
        };
      }
      day = day.subtract({ days: 7 });
    }
    return null;
  };
}
