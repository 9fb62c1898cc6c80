import { readSql, statement } from "@/lib/db";
import { log } from "@/lib/observe";

const ANALYZE = statement(
  "metering_analyze",
  `ANALYZE usage_events, ledger_entries, logs, log_messages, conversations, lots, wallets, customers, guests, holds,
           quota_counters`,
);

/** After so many requests of this process; PostgreSQL's own autovacuum follows from there on. */
const MOMENTS = [300, 3_000, 30_000];

let settled = 0;
let next = 0;

/**
 * Tells the planner how large the tables have become, while a new database fills faster than autovacuum looks: plans
 * made for an empty table are thrown away with its old statistics. Runs beside the requests and never fails them.
 */
export function keepStatisticsFresh(requests: number): void {
  settled += requests;
  const moment = MOMENTS[next];
  if (moment === undefined || settled < moment) return;
  next += 1;
  readSql()
    .rows(ANALYZE, [])
    .catch((error: unknown) => log.warn("Statistics could not be refreshed.", { reason: String(error) }));
}
