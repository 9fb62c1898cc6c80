import { readSql, statement } from "@/lib/db";
import { log } from "@/lib/observe";

const ANALYZE = statement(
  "metering_analyze",
  `ANALYZE usage_events, ledger_entries, logs, log_messages, conversations, lots, wallets, customers, guests, holds,
           quota_counters`,
);

const KNOWN_EVENTS = statement(
  "metering_known_events",
  `SELECT reltuples::bigint AS count FROM pg_class WHERE oid = 'usage_events'::regclass`,
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
  refresh(settled).catch((error: unknown) =>
    log.warn("Statistics could not be refreshed.", { reason: String(error) }),
  );
}

/** Looking through large tables is not free: where the planner knows of as many events already, it is left alone. */
async function refresh(atLeast: number): Promise<void> {
  const [known] = await readSql().rows<{ count: bigint }>(KNOWN_EVENTS, []);
  if (known && known.count < atLeast) await readSql().rows(ANALYZE, []);
}
