/** What hours of past days came to: requests by hour of the day, summed over so many days. */
export type HourSums = { readonly days: number; readonly requests: ReadonlyMap<number, bigint> };

/**
 * How many requests an hour that ends at this time of day usually brings: the averages of the two hours it lies in, by
 * the minutes it lies in each, halves up. Null where no day of the past is known.
 */
export function usualHour({ days, requests }: HourSums, { hour, minute }: { hour: number; minute: number }) {
  if (days === 0) return null;
  const current = (requests.get(hour) ?? 0n) * BigInt(minute);
  const before = (requests.get((hour + 23) % 24) ?? 0n) * BigInt(60 - minute);
  const whole = BigInt(60 * days);
  return ((current + before) * 2n + whole) / (whole * 2n);
}

/** The hour and minute that clocks of a zone show. */
export function clockOf(at: Date, timeZone: string): { hour: number; minute: number } {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, parseInt(value, 10)]));
  return { hour: parts.get("hour") ?? 0, minute: parts.get("minute") ?? 0 };
}
