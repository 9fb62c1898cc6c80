import { periodAt, type PeriodSpec, type PeriodWindow } from "./period";

/** More kinds of period than this at once are a sign of abuse, not of use; then the cache starts over. */
const MAX_SPECS = 10_000;

/**
 * `periodAt`, remembering the last window of each spec and answering from it while the instant lies inside:
 * the same answers, without the calendar arithmetic. Specs are compared by value, so quotas and merchants
 * share windows. The windows are shared too: do not change their dates.
 */
export function makePeriodCache(): (spec: PeriodSpec, instant: Date) => PeriodWindow {
  const windows = new Map<string, PeriodWindow>();
  return (spec, instant) => {
    const key = keyOf(spec);
    const known = windows.get(key);
    if (known && lies(instant, known)) return known;
    const window = periodAt(spec, instant);
    if (windows.size >= MAX_SPECS) windows.clear();
    windows.set(key, window);
    return window;
  };
}

function lies(instant: Date, { start, end }: PeriodWindow): boolean {
  return start <= instant && (end === null || instant < end);
}

function keyOf(spec: PeriodSpec): string {
  return `${spec.period}|${spec.anchorDay}|${spec.anchorMonth}|${spec.weekStart}|${spec.timeZone}`;
}
