import { readSql, statement } from "@/lib/db";

const ENSURE = statement(
  "logs_ensure_partitions",
  "SELECT tollgate_ensure_partitions($1::timestamptz, $2::timestamptz) AS made",
);

const DAY_MILLIS = 24 * 3600 * 1000;
/** Usage may be reported up to 35 days late, and the demo reaches a month back. */
const BACK_DAYS = 65;
const AHEAD_DAYS = 100;

/** Makes the monthly partitions that logs need around `now`; a repeat makes nothing. Returns how many it made. */
export async function ensureLogPartitions(now: Date): Promise<number> {
  const bound = (days: number) => new Date(now.getTime() + days * DAY_MILLIS).toISOString();
  const [row] = await readSql().rows<{ made: number }>(ENSURE, [bound(-BACK_DAYS), bound(AHEAD_DAYS)]);
  return row?.made ?? 0;
}
