import { jsonItems, jsonList, plainArray, type Sql, statement, textArray } from "@/lib/db";
import type { UsageRow } from "./core/world";

const FIND_EVENTS = statement(
  "usage_events_find",
  `SELECT e.merchant_id, e.id, e.fingerprint, e.answer
     FROM unnest($1::uuid[], $2::text[]) AS k(merchant_id, id)
     JOIN usage_events e ON e.merchant_id = k.merchant_id AND e.id = k.id`,
);

const INSERT_EVENTS = statement(
  "usage_events_insert",
  `INSERT INTO usage_events (merchant_id, id, fingerprint, entry_id, log_id, hold_id, input_tokens,
       cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, total_tokens, images, videos, millis,
       evidence, cost_micros, raw_cost, from_balance_micros, from_quota_micros, overdraft_micros, late, unpriced,
       metadata, answer, recorded_at)
   SELECT *, $26::timestamptz FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[],
       $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::int[], $14::int[],
       $15::bigint[], $16::text[], $17::bigint[], $18::text[], $19::bigint[], $20::bigint[], $21::bigint[],
       $22::boolean[], $23::boolean[], ${jsonItems(24)}::json[], ${jsonItems(25)})`,
);

export type StoredEvent = { merchantId: string; id: string; fingerprint: string; answer: string };

/** Finds usage events by the caller's ids. */
export async function findEvents(
  sql: Sql,
  keys: readonly { merchantId: string; id: string }[],
): Promise<StoredEvent[]> {
  if (keys.length === 0) return [];
  const rows = await sql.rows<{ merchant_id: string; id: string; fingerprint: string; answer: string }>(
    FIND_EVENTS,
    [plainArray(keys, (key) => key.merchantId), textArray(keys, (key) => key.id)],
  );
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    id: row.id,
    fingerprint: row.fingerprint.replaceAll("-", ""),
    answer: row.answer,
  }));
}

/** Stores usage events. An id that another transaction has just stored fails the statement (23505). */
export async function insertEvents(sql: Sql, rows: readonly UsageRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const usages = rows.map((row) => row.op.usage);
  await sql.rows(INSERT_EVENTS, [
    plainArray(rows, (row) => row.op.merchantId),
    textArray(rows, (row) => row.op.id),
    plainArray(rows, (row) => row.op.fingerprint),
    plainArray(rows, (row) => row.entryId),
    plainArray(rows, (row) => row.logId),
    textArray(rows, (row) => row.holdId),
    plainArray(usages, (usage) => usage.inputTokens),
    plainArray(usages, (usage) => usage.cachedInputTokens),
    plainArray(usages, (usage) => usage.cacheWriteTokens),
    plainArray(usages, (usage) => usage.outputTokens),
    plainArray(usages, (usage) => usage.reasoningTokens),
    plainArray(usages, (usage) => usage.totalTokens),
    plainArray(usages, (usage) => usage.images),
    plainArray(usages, (usage) => usage.videos),
    plainArray(usages, (usage) => usage.milliseconds),
    plainArray(rows, (row) => row.op.evidence),
    plainArray(rows, (row) => row.cost),
    plainArray(rows, (row) => row.rawCost),
    plainArray(rows, (row) => row.fromBalance),
    plainArray(rows, (row) => row.fromQuota),
    plainArray(rows, (row) => row.overdraft),
    plainArray(rows, (row) => row.late),
    plainArray(rows, (row) => row.unpriced),
    jsonList(rows, (row) => (row.op.metadata ? JSON.stringify(row.op.metadata) : null)),
    jsonList(rows, (row) => row.answer),
    now.toISOString(),
  ]);
}
