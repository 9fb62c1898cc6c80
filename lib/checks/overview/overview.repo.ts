import { readSql, statement } from "@/lib/db";
import { idFloor } from "@/lib/kernel/ids";
import type { Micros } from "@/lib/kernel/micros";

// The overview looks across modules: these statements read what belongs to others, and write nothing.

/** So many requests of an hour are counted; with more, the figure says that it is capped. */
export const MOST_COUNTED = 10_000;

const RECENT = statement(
  "checks_recent_requests",
  `SELECT count(*) AS requests FROM (
     SELECT FROM ledger_entries WHERE merchant_id = $1::uuid AND id >= $2::uuid AND type IN ('usage', 'quota_usage')
      LIMIT ${MOST_COUNTED + 1}) recent`,
);

/** How many requests were recorded since an instant, as far as they are counted. */
export async function countRequestsSince(merchantId: string, since: Date): Promise<bigint> {
  const [row] = await readSql().rows<{ requests: bigint }>(RECENT, [merchantId, idFloor(since)]);
  return row?.requests ?? 0n;
}

const HOURS = statement(
  "checks_usual_hours",
  `SELECT hour, sum(requests)::bigint AS requests FROM usage_hours
    WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date GROUP BY hour`,
);

const DAYS_KNOWN = statement(
  "checks_days_known",
  `SELECT coalesce($3::date - min(day) + 1, 0) AS days FROM rolled_days
    WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date`,
);

type Days = { readonly merchantId: string; readonly from: string; readonly to: string };

/** Requests by hour of the day, over the days from the first known one in the span. */
export async function findUsualHours({ merchantId, from, to }: Days) {
  const params = [merchantId, from, to];
  const [hours, [known]] = await Promise.all([
    readSql().rows<{ hour: number; requests: bigint }>(HOURS, params),
    readSql().rows<{ days: number }>(DAYS_KNOWN, params),
  ]);
  return { days: known?.days ?? 0, requests: new Map(hours.map(({ hour, requests }) => [hour, requests])) };
}

const TOKENS = statement(
  "checks_tokens_by_model",
  `SELECT provider, model, sum(requests)::bigint AS requests, sum(input_tokens)::bigint AS "inputTokens",
          sum(output_tokens)::bigint AS "outputTokens"
     FROM usage_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date GROUP BY provider, model`,
);

export type ModelTokens = {
  readonly provider: string;
  readonly model: string;
  readonly requests: bigint;
  readonly inputTokens: bigint;
  readonly outputTokens: bigint;
};

export function findTokensByModel({ merchantId, from, to }: Days): Promise<ModelTokens[]> {
  return readSql().rows<ModelTokens>(TOKENS, [merchantId, from, to]);
}

const RUNNING_OUT = statement(
  "checks_running_out",
  `SELECT c.external_id AS id, c.name, u.spent, w.balance_micros - w.held_micros AS balance
     FROM (SELECT customer_id, sum(cost_micros)::bigint AS spent FROM customer_days
            WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
              AND customer_id <> '00000000-0000-0000-0000-000000000000'
            GROUP BY customer_id ORDER BY spent DESC LIMIT 500) u
     JOIN wallets w ON w.merchant_id = $1::uuid AND w.customer_id = u.customer_id
     JOIN customers c ON c.merchant_id = $1::uuid AND c.id = u.customer_id
    WHERE u.spent > 0 AND w.balance_micros > w.held_micros AND (w.balance_micros - w.held_micros) * 7 < u.spent * 3
    ORDER BY (w.balance_micros - w.held_micros)::numeric / u.spent, c.external_id LIMIT 5`,
);

/** A customer whose balance is about to end. */
export type RunningOut = {
  readonly id: string;
  readonly name: string | null;
  /** What their requests of the span cost. */
  readonly spent: Micros;
  readonly balance: Micros;
};

/** Of those who used most in these seven days, whose balance lasts less than three days more at that pace. */
export function findRunningOut({ merchantId, from, to }: Days): Promise<RunningOut[]> {
  return readSql().rows<RunningOut>(RUNNING_OUT, [merchantId, from, to]);
}

const STUCK = statement(
  "checks_stuck_holds",
  `SELECT h.id, c.external_id AS customer FROM holds h
     LEFT JOIN customers c ON c.merchant_id = h.merchant_id AND c.id = h.customer_id
    WHERE h.merchant_id = $1::uuid AND h.state = 'open' AND h.created_at < $2::timestamptz
    ORDER BY h.expires_at LIMIT 101`,
);

/** Holds that were opened before an instant and are open still, 101 at most. */
export function findStuckHolds(merchantId: string, before: Date) {
  return readSql().rows<{ id: string; customer: string | null }>(STUCK, [merchantId, before.toISOString()]);
}
