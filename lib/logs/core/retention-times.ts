import { Temporal } from "temporal-polyfill";
import { PRUNING_HOUR, type RetentionPeriod } from "./retention";

const SPANS: Record<RetentionPeriod, { days: number } | { months: number } | { years: number }> = {
  "1d": { days: 1 },
  "3d": { days: 3 },
  "7d": { days: 7 },
  "15d": { days: 15 },
  "30d": { days: 30 },
  "60d": { days: 60 },
  "90d": { days: 90 },
  "6m": { months: 6 },
  "1y": { years: 1 },
};

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** The instant before which a log is too old: so long before `now`, by the calendar of the zone. */
export function keepFrom(period: RetentionPeriod, now: Date, timeZone: string): Date {
  return new Date(zoned(now, timeZone).subtract(SPANS[period]).epochMilliseconds);
}

/** The next time after `now` that it is the hour of pruning in the zone. A skipped hour counts as the one after it. */
export function nextPruning(now: Date, timeZone: string): Date {
  const local = zoned(now, timeZone);
  const at = (day: Temporal.ZonedDateTime) =>
    day.toPlainDate().toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(PRUNING_HOUR) });
  const today = at(local);
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : at(local.add({ days: 1 }));
  return new Date(next.epochMilliseconds);
}
