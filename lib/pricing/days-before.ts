const DAY_MILLIS = 86_400_000;

/** The instant so many times 24 hours earlier. */
export function instantBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MILLIS);
}

/** The first calendar day (UTC) of so many that end with today: what the daily figures are asked from. */
export function daysBefore(now: Date, days: number): string {
  return instantBefore(now, days).toISOString().slice(0, 10);
}
