import { readSql, type Sql, sqlOf, statement } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import type { UsageSums } from "./core/typical-usage";
import type { MerchantScope } from "./pricing.repo";

// What ran, as the daily figures know it: rows grow with kinds of requests and days, not with requests. An actor bound
// to a store sees that store alone.

/** Whose daily figures. `Ctx` is one. */
type Reader = MerchantScope & { readonly storeId: string | null };

const MINE = "merchant_id = $1::uuid AND day >= $2::date AND ($3::text IS NULL OR store = $3)";

const SUMS = statement(
  "pricing_usage_sums",
  `SELECT module, operation, sum(requests)::bigint AS requests, sum(input_tokens)::bigint AS "inputTokens",
          sum(output_tokens)::bigint AS "outputTokens", sum(units)::bigint AS units
     FROM usage_days WHERE ${MINE} GROUP BY module, operation`,
);

/** Usage since a day, by usage type. */
export function findUsageSums(
  scope: Reader,
  since: string,
): Promise<(UsageSums & { readonly module: string })[]> {
  return sqlIn(scope).rows(SUMS, [scope.merchantId, since, scope.storeId]);
}

/** A kind of request that ran, and how much of it. */
export type SeenModel = {
  readonly module: string;
  readonly operation: string;
  readonly provider: string;
  readonly model: string;
  readonly requests: bigint;
};

const SEEN = statement(
  "pricing_seen_models",
  `SELECT module, operation, provider, model, sum(requests)::bigint AS requests
     FROM usage_days WHERE ${MINE}
    GROUP BY module, operation, provider, model ORDER BY requests DESC, provider, model LIMIT 500`,
);

/** The kinds of requests since a day, the most frequent first. */
export function findSeenModels(scope: Reader, since: string): Promise<SeenModel[]> {
  return sqlIn(scope).rows(SEEN, [scope.merchantId, since, scope.storeId]);
}

export type UnpricedUse = SeenModel & {
  readonly bot: string | null;
  readonly tokens: bigint;
  /** What it was charged by the policy that held then. */
  readonly cost: Micros;
  readonly lastDay: string;
};

// A row may hold priced and unpriced requests of one day: of what it adds up, the unpriced share is taken.
const UNPRICED = statement(
  "pricing_unpriced_use",
  `SELECT module, operation, provider, model, nullif(bot, '') AS bot, sum(unpriced)::bigint AS requests,
          sum(units * unpriced / requests)::bigint AS tokens,
          sum(cost_micros * unpriced / requests)::bigint AS cost, max(day)::text AS "lastDay"
     FROM usage_days WHERE ${MINE} AND unpriced > 0
    GROUP BY module, operation, provider, model, bot ORDER BY requests DESC LIMIT 1000`,
);

/** Usage since a day that no rule priced, by kind of request and bot. */
export function findUnpricedUse(scope: Reader, since: string): Promise<UnpricedUse[]> {
  return sqlIn(scope).rows(UNPRICED, [scope.merchantId, since, scope.storeId]);
}

const COUNT = statement(
  "pricing_count_requests",
  `SELECT coalesce(sum(requests), 0)::bigint AS count FROM usage_days WHERE ${MINE}`,
);

/** About how many requests there were since a day: their exact number would have to be counted one by one. */
export async function countRequests(scope: Reader, since: string): Promise<bigint> {
  const [row] = await sqlIn(scope).rows<{ count: bigint }>(COUNT, [scope.merchantId, since, scope.storeId]);
  return row?.count ?? 0n;
}

function sqlIn({ tx }: Reader): Sql {
  return tx ? sqlOf(tx) : readSql();
}
