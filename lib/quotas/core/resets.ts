import { periodAt, type PeriodSpec, type PeriodWindow } from "./period";

/**
 * The next instants at which what was used goes back to zero, soonest first: the ends of the period that holds `from`
 * and of those after it. None for `never`.
 */
export function nextResets(spec: PeriodSpec, from: Date, count: number): Date[] {
  const resets: Date[] = [];
  for (let { end } = periodAt(spec, from); end !== null && resets.length < count;) {
    resets.push(end);
    end = periodAt(spec, end).end;
  }
  return resets;
}

/** The period that holds `from` and those before it, latest first; `never` has one, and none begins before 1970. */
export function latestPeriods(spec: PeriodSpec, from: Date, count: number): PeriodWindow[] {
  const periods = [periodAt(spec, from)];
  while (periods.length < count) {
    const start = periods.at(-1)?.start.getTime() ?? 0;
    if (start <= 0) break;
    periods.push(periodAt(spec, new Date(start - 1)));
  }
  return periods;
}
