import { type Sql, statement } from "@/lib/db";

/** What one request consumed and came to, as it is kept. */
export type UsageEvent = {
  id: string;
  logId: string;
  inputTokens: bigint;
  cachedInputTokens: bigint;
  cacheWriteTokens: bigint;
  outputTokens: bigint;
  reasoningTokens: bigint;
  totalTokens: bigint;
  images: number;
  videos: number;
  millis: bigint;
  evidence: string;
  cost: bigint;
  rawCost: string;
  fromBalance: bigint;
  fromQuota: bigint;
  overdraft: bigint;
  late: boolean;
  unpriced: boolean;
};

const FIND = statement(
  "usage_event_read",
  `SELECT id, log_id AS "logId", input_tokens AS "inputTokens", cached_input_tokens AS "cachedInputTokens",
          cache_write_tokens AS "cacheWriteTokens", output_tokens AS "outputTokens",
          reasoning_tokens AS "reasoningTokens", total_tokens AS "totalTokens", images, videos, millis, evidence,
          cost_micros AS cost, raw_cost AS "rawCost", from_balance_micros AS "fromBalance",
          from_quota_micros AS "fromQuota", overdraft_micros AS overdraft, late, unpriced
     FROM usage_events WHERE merchant_id = $1::uuid AND id = $2::text`,
);

export async function findUsageEvent(sql: Sql, merchantId: string, id: string): Promise<UsageEvent | null> {
  const [row] = await sql.rows<UsageEvent>(FIND, [merchantId, id]);
  return row ?? null;
}
