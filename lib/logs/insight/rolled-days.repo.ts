import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

/** How many requests of a day the roll-ups from the ledger do not know yet. */
export type DayBehind = { readonly merchantId: string; readonly day: string; readonly requests: bigint };

const BEHIND = statement(
  "rolled_days_behind",
  `SELECT u.merchant_id AS "merchantId", u.day::text AS day, u.requests
     FROM (SELECT merchant_id, day, sum(requests)::bigint AS requests FROM usage_days
            WHERE ($1::uuid IS NULL OR merchant_id = $1) AND day BETWEEN $2::date AND $3::date
            GROUP BY merchant_id, day) u
     LEFT JOIN rolled_days r ON r.merchant_id = u.merchant_id AND r.day = u.day
    WHERE coalesce(r.requests, 0) < u.requests
      AND (r.rolled_at IS NULL OR $4::bigint IS NULL
           OR r.rolled_at <= now() - make_interval(secs => (u.requests / $4::bigint)::int))
    ORDER BY u.day DESC`,
);

export type BehindSpan = {
  /** Null: of all merchants. */
  readonly merchantId: string | null;
  readonly from: string;
  readonly to: string;
  /** A day that was made less than a second ago for each so many of its requests counts as made. Null: none does. */
  readonly requestsPerSecond: bigint | null;
};

/** Days with usage that is not rolled up, the newest first; of one merchant, or of all. */
export async function findDaysBehind(scope: TxScope, span: BehindSpan): Promise<DayBehind[]> {
  const { merchantId, from, to, requestsPerSecond } = span;
  return sqlIn(scope).rows<DayBehind>(BEHIND, [merchantId, from, to, requestsPerSecond?.toString() ?? null]);
}

/** As many of a day's most expensive requests are kept. */
const DEAREST_OF_A_DAY = 20;

// One statement sees one moment: what it adds up and what it notes as known are the same requests. Entries are never
// changed, so a day's figures only grow, and of two that roll up at once the one that saw more wins.
const ROLL_UP = statement(
  "rolled_days_make",
  `WITH used AS MATERIALIZED (
     SELECT id, coalesce(customer_id, '00000000-0000-0000-0000-000000000000') AS customer_id,
            coalesce(module, '') AS module, extract(hour FROM recorded_at AT TIME ZONE $5)::int AS hour,
            coalesce(cost_micros, 0) AS cost, units, "references"->>'failed' IS NOT NULL AS failed
       FROM ledger_entries
      WHERE merchant_id = $1::uuid AND type IN ('usage', 'quota_usage')
        AND id >= tollgate_id_floor($3::timestamptz - interval '1 hour')
        AND id < tollgate_id_floor($4::timestamptz + interval '1 hour')
        AND recorded_at >= $3::timestamptz AND recorded_at < $4::timestamptz),
   hours AS (
     INSERT INTO usage_hours AS h (merchant_id, day, hour, module, requests, units, cost_micros)
     SELECT $1::uuid, $2::date, hour, module, count(*), sum(units), sum(cost) FROM used GROUP BY hour, module
     ON CONFLICT (merchant_id, day, hour, module) DO UPDATE
        SET requests = excluded.requests, units = excluded.units, cost_micros = excluded.cost_micros
      WHERE h.requests < excluded.requests),
   customers AS (
     INSERT INTO customer_days AS d (merchant_id, day, customer_id, requests, units, cost_micros, failures)
     SELECT $1::uuid, $2::date, customer_id, count(*), sum(units), sum(cost), count(*) FILTER (WHERE failed)
       FROM used GROUP BY customer_id
     ORDER BY customer_id
     ON CONFLICT (merchant_id, day, customer_id) DO UPDATE
        SET requests = excluded.requests, units = excluded.units, cost_micros = excluded.cost_micros,
            failures = excluded.failures
      WHERE d.requests < excluded.requests),
   dearest AS (
     INSERT INTO dear_requests (merchant_id, day, entry_id, cost_micros)
     SELECT $1::uuid, $2::date, id, cost FROM used WHERE cost > 0 ORDER BY cost DESC, id DESC LIMIT ${DEAREST_OF_A_DAY}
     ON CONFLICT DO NOTHING)
   INSERT INTO rolled_days AS r (merchant_id, day, requests, customers, rolled_at)
   SELECT $1::uuid, $2::date, coalesce(sum(requests), 0),
          (SELECT count(DISTINCT customer_id) FROM used WHERE customer_id <> '00000000-0000-0000-0000-000000000000'), now()
     FROM usage_days
    WHERE merchant_id = $1::uuid AND day = $2::date
   ON CONFLICT (merchant_id, day) DO UPDATE
      SET requests = excluded.requests, customers = excluded.customers, rolled_at = excluded.rolled_at
    WHERE r.requests < excluded.requests`,
);

export type WholeDay = {
  readonly merchantId: string;
  readonly day: string;
  /** The day as instants, `[begin, end)`. */
  readonly begin: Date;
  readonly end: Date;
  readonly timeZone: string;
};

/** Makes a day's figures by hour and customer, and its most expensive requests, from the ledger. */
export async function makeRolledDay(scope: TxScope, day: WholeDay): Promise<void> {
  const { merchantId, begin, end, timeZone } = day;
  await sqlIn(scope).rows(ROLL_UP, [merchantId, day.day, begin.toISOString(), end.toISOString(), timeZone]);
}
