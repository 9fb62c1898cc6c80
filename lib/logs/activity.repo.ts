import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { LedgerDay, UsageDay } from "./core/activity";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

export type DaySpan = { readonly merchantId: string; readonly from: string; readonly to: string };

const ZONE = statement("logs_zone", `SELECT time_zone AS "timeZone" FROM merchants WHERE id = $1::uuid`);

/** The zone whose calendar days the merchant counts in; null when there is no such merchant. */
export async function findTimeZone(scope: TxScope, merchantId: string): Promise<string | null> {
  const rows = await sqlIn(scope).rows<{ timeZone: string }>(ZONE, [merchantId]);
  return rows[0]?.timeZone ?? null;
}

const LEDGER_DAYS = statement(
  "logs_ledger_days",
  `SELECT day::text AS day, type, sum(entries)::bigint AS entries, sum(added_micros)::bigint AS added,
          sum(taken_micros)::bigint AS taken, sum(quota_micros)::bigint AS quota
     FROM ledger_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    GROUP BY ledger_days.day, type`,
);

export async function findLedgerDays(scope: TxScope, span: DaySpan): Promise<LedgerDay[]> {
  return sqlIn(scope).rows<LedgerDay>(LEDGER_DAYS, [span.merchantId, span.from, span.to]);
}

const USAGE_DAYS = statement(
  "logs_usage_days",
  `SELECT day::text AS day, sum(requests)::bigint AS requests, sum(failures)::bigint AS failures,
          sum(unpriced)::bigint AS unpriced, sum(input_tokens + output_tokens)::bigint AS tokens,
          sum(cost_micros)::bigint AS cost, sum(from_balance_micros)::bigint AS "fromBalance",
          sum(from_quota_micros)::bigint AS "fromQuota", sum(overdraft_micros)::bigint AS overdraft
     FROM usage_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    GROUP BY usage_days.day`,
);

/** One row for each day with usage, over all modules, models, bots and stores. */
export async function findUsageDays(scope: TxScope, span: DaySpan): Promise<UsageDay[]> {
  return sqlIn(scope).rows<UsageDay>(USAGE_DAYS, [span.merchantId, span.from, span.to]);
}

const USAGE_MODULES = statement(
  "logs_usage_modules",
  `SELECT module, sum(requests)::bigint AS requests, sum(input_tokens + output_tokens)::bigint AS tokens,
          sum(cost_micros)::bigint AS cost
     FROM usage_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    GROUP BY module ORDER BY requests DESC, module`,
);

export type ModuleUsage = {
  readonly module: string;
  readonly requests: bigint;
  readonly tokens: bigint;
  readonly cost: bigint;
};

/** Modules with usage in the span, the busiest first. */
export async function findModuleUsage(scope: TxScope, span: DaySpan): Promise<ModuleUsage[]> {
  return sqlIn(scope).rows<ModuleUsage>(USAGE_MODULES, [span.merchantId, span.from, span.to]);
}

const USED_MODELS = statement(
  "logs_used_models",
  `SELECT provider, model, sum(requests)::bigint AS requests
     FROM usage_days WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    GROUP BY provider, model ORDER BY requests DESC, provider, model LIMIT $4::int`,
);

export type UsedModel = { readonly provider: string; readonly model: string; readonly requests: bigint };

/** Models with usage in the span, the busiest first. */
export async function findUsedModels(scope: TxScope, span: DaySpan, limit: number): Promise<UsedModel[]> {
  const params = [span.merchantId, span.from, span.to, limit.toString()];
  return sqlIn(scope).rows<UsedModel>(USED_MODELS, params);
}
