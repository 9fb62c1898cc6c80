import { prisma, type Sql, sqlOf, type TxScope } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import type { InsightPart, UsedBy } from "../core/insight";
import { type Params, startParams } from "../log-conditions.repo";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

/** Days of two periods of the same length, one right after the other; the values of all that is given. */
export type InsightSpan = {
  readonly merchantId: string;
  readonly before: string;
  readonly from: string;
  readonly to: string;
  readonly only: {
    readonly module: string | null;
    /** "" is no bot. */
    readonly bot: string | null;
    readonly store: string | null;
    readonly provider: string | null;
    readonly model: string | null;
  };
};

const COLUMNS = ["module", "bot", "store", "provider", "model"] as const;

function daysOf(span: InsightSpan, params: Params): string {
  const days = `merchant_id = ${params.add(span.merchantId)}::uuid
      AND day BETWEEN ${params.add(span.before)}::date AND ${params.add(span.to)}::date`;
  const only = COLUMNS.flatMap((column) => {
    const value = span.only[column];
    return value === null ? [] : [`${column} = ${params.add(value)}`];
  });
  return [days, ...only].join(" AND ");
}

const KEYS: Record<Exclude<InsightPart, "customer">, { key: string; provider: string }> = {
  day: { key: "day::text", provider: "NULL" },
  module: { key: "module", provider: "NULL" },
  model: { key: "model", provider: "provider" },
  bot: { key: "bot", provider: "NULL" },
  store: { key: "store", provider: "NULL" },
};

const USED = `requests, failures, unpriced, input_tokens + output_tokens AS tokens, cost_micros, overdraft_micros,
       0 AS refusals FROM usage_days`;
const REFUSED =
  "0 AS requests, 0 AS failures, 0 AS unpriced, 0 AS tokens, 0 AS cost_micros, 0 AS overdraft_micros, refusals FROM refusal_days";

/** Usage of both periods, and what was refused in them, added up by one thing: a row for each value and period. */
export async function findUsageBy(
  scope: TxScope,
  span: InsightSpan,
  by: Exclude<InsightPart, "customer">,
): Promise<UsedBy[]> {
  const params = startParams();
  const { key, provider } = KEYS[by];
  const where = daysOf(span, params);
  const value = `SELECT ${key} AS key, ${provider}::text AS provider, day >= ${params.add(span.from)}::date AS current`;
  const text = `SELECT key, provider, NULL::text AS name, current, sum(requests)::bigint AS requests,
        sum(failures)::bigint AS failures, sum(unpriced)::bigint AS unpriced, sum(tokens)::bigint AS tokens,
        sum(cost_micros)::bigint AS cost, sum(overdraft_micros)::bigint AS overdraft, sum(refusals)::bigint AS refusals
     FROM (${value}, ${USED} WHERE ${where} UNION ALL ${value}, ${REFUSED} WHERE ${where}) used
    GROUP BY key, provider, current`;
  return sqlIn(scope).rows<UsedBy>({ name: `insight_by_${by}`, text }, params.list);
}

/** Refused requests of one day, by the code that says why. */
export type DayRefusals = { readonly day: string; readonly code: string; readonly refusals: bigint };

/** The refusals of the period by day and code, oldest first; days and codes without any are left out. */
export async function findRefusals(scope: TxScope, span: InsightSpan): Promise<DayRefusals[]> {
  const params = startParams();
  const where = daysOf({ ...span, before: span.from }, params);
  const text = `SELECT day::text AS day, code, sum(refusals)::bigint AS refusals FROM refusal_days
     WHERE ${where} GROUP BY refusal_days.day, code ORDER BY refusal_days.day, code`;
  return sqlIn(scope).rows<DayRefusals>({ name: "insight_refusals", text }, params.list);
}

/** How many different customers each day of both periods had. */
export async function findCustomersOfDays(
  scope: TxScope,
  { merchantId, before, to }: InsightSpan,
): Promise<ReadonlyMap<string, bigint>> {
  const text = `SELECT day::text AS day, customers FROM rolled_days
     WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date`;
  const rows = await sqlIn(scope).rows<{ day: string; customers: bigint }>(
    { name: "insight_customers_of_days", text },
    [merchantId, before, to],
  );
  return new Map(rows.map(({ day, customers }) => [day, customers]));
}

export type CustomerUse = {
  /** The merchant's id of the customer; null: all guests together. */
  readonly key: string | null;
  readonly name: string | null;
  readonly requests: bigint;
  readonly tokens: bigint;
  readonly cost: Micros;
  readonly failures: bigint;
  readonly failuresBefore: bigint;
  readonly requestsBefore: bigint;
  readonly tokensBefore: bigint;
  readonly costBefore: Micros;
};

/** The customers that cost most in the period, with what they did in the one before. */
export async function findCustomerUse(
  scope: TxScope,
  span: InsightSpan,
  limit: number,
): Promise<CustomerUse[]> {
  const params = startParams();
  const merchant = `${params.add(span.merchantId)}::uuid`;
  const from = `${params.add(span.from)}::date`;
  const sums = (figure: string, name: string) =>
    `coalesce(sum(${figure}) FILTER (WHERE day >= ${from}), 0)::bigint AS ${name},
     coalesce(sum(${figure}) FILTER (WHERE day < ${from}), 0)::bigint AS "${name}Before"`;
  const text = `SELECT c.external_id AS key, c.name, u.requests, u."requestsBefore", u.tokens, u."tokensBefore", u.cost,
        u."costBefore", u.failures, u."failuresBefore"
     FROM (SELECT customer_id, ${sums("requests", "requests")}, ${sums("units", "tokens")},
                  ${sums("cost_micros", "cost")}, ${sums("failures", "failures")}
             FROM customer_days
            WHERE merchant_id = ${merchant}
              AND day BETWEEN ${params.add(span.before)}::date AND ${params.add(span.to)}::date
            GROUP BY customer_id HAVING sum(requests) FILTER (WHERE day >= ${from}) > 0
            ORDER BY cost DESC, requests DESC, customer_id LIMIT ${limit}) u
     LEFT JOIN customers c ON c.merchant_id = ${merchant} AND c.id = u.customer_id
    ORDER BY u.cost DESC, u.requests DESC, u.customer_id`;
  return sqlIn(scope).rows<CustomerUse>({ name: "insight_customers", text }, params.list);
}

/** How many different customers used something, in the period and in the one before. */
export async function countCustomers(
  scope: TxScope,
  span: InsightSpan,
): Promise<{ current: bigint; before: bigint }> {
  const text = `SELECT count(DISTINCT customer_id) FILTER (WHERE day >= $3::date) AS current,
        count(DISTINCT customer_id) FILTER (WHERE day < $3::date) AS before
     FROM customer_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $4::date
      AND customer_id <> '00000000-0000-0000-0000-000000000000'`;
  const params = [span.merchantId, span.before, span.from, span.to];
  const rows = await sqlIn(scope).rows<{ current: bigint; before: bigint }>(
    { name: "insight_customer_count", text },
    params,
  );
  return rows[0] ?? { current: 0n, before: 0n };
}

export type HourUse = {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly requests: bigint;
  readonly cost: Micros;
};

/** Usage of the period by weekday and hour of the merchant's zone; hours without any are left out. */
export async function findHourUse(scope: TxScope, span: InsightSpan): Promise<HourUse[]> {
  const text = `SELECT extract(isodow FROM day)::int AS weekday, hour, sum(requests)::bigint AS requests,
        sum(cost_micros)::bigint AS cost
     FROM usage_hours WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
      AND ($4::text IS NULL OR module = $4)
    GROUP BY 1, 2 ORDER BY 1, 2`;
  const params = [span.merchantId, span.from, span.to, span.only.module];
  return sqlIn(scope).rows<HourUse>({ name: "insight_hours", text }, params);
}

export type DearRequest = {
  readonly ledgerEntryId: string;
  /** Null when the log was deleted. */
  readonly logId: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly module: string;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly tokens: bigint;
  readonly cost: Micros;
  readonly occurredAt: Date;
};

/** The requests of the period that cost most. */
export async function findDearest(scope: TxScope, span: InsightSpan, limit: number): Promise<DearRequest[]> {
  const text = `SELECT e.id AS "ledgerEntryId", l.id AS "logId", c.external_id AS customer, c.name AS "customerName",
        coalesce(e.module, '') AS module, e.operation, e.provider, e.model, e.units AS tokens, d.cost_micros AS cost,
        e.occurred_at AS "occurredAt"
     FROM (SELECT entry_id, cost_micros FROM dear_requests
            WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
            ORDER BY cost_micros DESC, entry_id DESC LIMIT ${limit}) d
     JOIN ledger_entries e ON e.merchant_id = $1::uuid AND e.id = d.entry_id
     LEFT JOIN customers c ON c.merchant_id = $1::uuid AND c.id = e.customer_id
     LEFT JOIN usage_events u ON u.merchant_id = $1::uuid AND u.id = e."references"->>'usage'
     LEFT JOIN logs l ON l.merchant_id = $1::uuid AND l.id = u.log_id
    ORDER BY d.cost_micros DESC, e.id DESC`;
  return sqlIn(scope).rows<DearRequest>({ name: "insight_dearest", text }, [
    span.merchantId,
    span.from,
    span.to,
  ]);
}
