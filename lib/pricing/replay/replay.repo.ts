import { plainArray, readSql, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { PayerTotals, ReplayRequest } from "../core/replay";

export type ReplaySpan = { readonly merchantId: string; readonly from: Date; readonly until: Date };

// The ledger is in the order of its ids; the entry names the usage event, and the log knows the bot of entries that are
// older than their own note of it.
const REQUESTS = statement(
  "replay_requests",
  `SELECT l.id AS "entryId", l.module, l.operation, l.provider, l.model, coalesce(l.customer_id, l.guest_id) AS payer,
          l.customer_id IS NULL AS guest, e.cost_micros AS charged,
          coalesce(l."references"->>'bot', g.bot) AS bot, coalesce(l."references"->>'form', g.form) AS form,
          e.input_tokens AS "inputTokens", e.output_tokens AS "outputTokens",
          e.cached_input_tokens AS "cachedInputTokens", e.cache_write_tokens AS "cacheWriteTokens",
          e.reasoning_tokens AS "reasoningTokens", e.total_tokens AS "totalTokens", e.images, e.videos,
          e.millis AS milliseconds
     FROM (SELECT * FROM ledger_entries
            WHERE merchant_id = $1::uuid AND type IN ('usage', 'quota_usage')
              AND id > greatest($2::uuid, tollgate_id_floor($3::timestamptz)) AND id < tollgate_id_floor($4::timestamptz)
            ORDER BY id LIMIT $5::int) l
     LEFT JOIN usage_events e ON e.merchant_id = l.merchant_id AND e.id = l."references"->>'usage'
     LEFT JOIN logs g ON g.merchant_id = e.merchant_id AND g.id = e.log_id
    ORDER BY l.id`,
);

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type RequestRow = Omit<ReplayRequest, "usage"> & {
  readonly entryId: string;
  readonly inputTokens: bigint;
  readonly outputTokens: bigint;
  readonly cachedInputTokens: bigint;
  readonly cacheWriteTokens: bigint;
  readonly reasoningTokens: bigint;
  readonly totalTokens: bigint;
  readonly images: number;
  readonly videos: number;
  readonly milliseconds: bigint;
};

/** Recorded requests, oldest first, and the last entry that was looked at; null: there are none left. */
export type RequestPage = { readonly requests: ReplayRequest[]; readonly last: string | null };

/** The next requests that were recorded in the span, after an entry. */
export async function findRequests(
  scope: TxScope,
  { merchantId, from, until }: ReplaySpan,
  page: { after: string | null; limit: number },
): Promise<RequestPage> {
  const rows = await sqlIn(scope).rows<RequestRow | { readonly entryId: string; readonly charged: null }>(
    REQUESTS,
    [merchantId, page.after ?? FIRST_ID, from.toISOString(), until.toISOString(), page.limit.toString()],
  );
  const requests = rows.flatMap((row) => (row.charged === null ? [] : [requestOf(row)]));
  return { requests, last: rows.at(-1)?.entryId ?? null };
}

function requestOf({ images, videos, ...row }: RequestRow): ReplayRequest {
  const { module, operation, provider, model, bot, form, payer, guest, charged } = row;
  return {
    ...{ module, operation, provider, model, bot, form, payer, guest, charged },
    usage: {
      inputTokens: Number(row.inputTokens),
      outputTokens: Number(row.outputTokens),
      cachedInputTokens: Number(row.cachedInputTokens),
      cacheWriteTokens: Number(row.cacheWriteTokens),
      reasoningTokens: Number(row.reasoningTokens),
      totalTokens: Number(row.totalTokens),
      milliseconds: Number(row.milliseconds),
      images,
      videos,
    },
  };
}

/** Whose replay. */
export type ReplayKey = { readonly merchantId: string; readonly taskId: string };

const PAYERS = statement(
  "replay_payers_find",
  `SELECT payer_id AS payer, guest, requests, now_micros AS now, draft_micros AS draft,
          now_carry_ticks AS "nowCarry", draft_carry_ticks AS "draftCarry"
     FROM replay_payers
    WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND payer_id = ANY($3::uuid[])`,
);

/** What these payers came to so far. */
export async function findPayers(
  sql: Sql,
  { merchantId, taskId }: ReplayKey,
  payers: readonly string[],
): Promise<Map<string, PayerTotals>> {
  const rows = await sql.rows<PayerTotals>(PAYERS, [
    merchantId,
    taskId,
    plainArray(payers, (payer) => payer),
  ]);
  return new Map(rows.map((row) => [row.payer, row]));
}

const SAVE = statement(
  "replay_payers_save",
  `INSERT INTO replay_payers (merchant_id, task_id, payer_id, guest, requests, now_micros, draft_micros,
       now_carry_ticks, draft_carry_ticks)
   SELECT $1::uuid, $2::uuid, * FROM unnest($3::uuid[], $4::boolean[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::bigint[])
   ON CONFLICT (merchant_id, task_id, payer_id) DO UPDATE SET requests = excluded.requests,
       now_micros = excluded.now_micros, draft_micros = excluded.draft_micros,
       now_carry_ticks = excluded.now_carry_ticks, draft_carry_ticks = excluded.draft_carry_ticks`,
);

export async function savePayers(
  sql: Sql,
  { merchantId, taskId }: ReplayKey,
  payers: readonly PayerTotals[],
): Promise<void> {
  await sql.rows(SAVE, [
    merchantId,
    taskId,
    plainArray(payers, (each) => each.payer),
    plainArray(payers, (each) => each.guest),
    plainArray(payers, (each) => each.requests),
    plainArray(payers, (each) => each.now),
    plainArray(payers, (each) => each.draft),
    plainArray(payers, (each) => each.nowCarry),
    plainArray(payers, (each) => each.draftCarry),
  ]);
}

const ALL_PAYERS = statement(
  "replay_payers_after",
  `SELECT payer_id AS payer, guest, requests, now_micros AS now, draft_micros AS draft,
          now_carry_ticks AS "nowCarry", draft_carry_ticks AS "draftCarry"
     FROM replay_payers WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND payer_id > $3::uuid
    ORDER BY payer_id LIMIT 5000`,
);

/** Every payer of a replay, some thousands at a time. */
export async function* eachPayer(sql: Sql, { merchantId, taskId }: ReplayKey): AsyncGenerator<PayerTotals> {
  for (let after = FIRST_ID; ;) {
    const rows = await sql.rows<PayerTotals>(ALL_PAYERS, [merchantId, taskId, after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.payer;
  }
}

const FORGET = statement(
  "replay_payers_forget",
  `DELETE FROM replay_payers p WHERE p.merchant_id = $1::uuid AND (p.task_id = $2::uuid OR NOT EXISTS (
       SELECT FROM tasks t WHERE t.merchant_id = p.merchant_id AND t.id = p.task_id AND t.state IN ('queued', 'running')))`,
);

/** Forgets the payers of a replay, and of those that were stopped or failed. */
export async function forgetPayers(sql: Sql, { merchantId, taskId }: ReplayKey): Promise<void> {
  await sql.rows(FORGET, [merchantId, taskId]);
}

const NAMES = statement(
  "replay_customers",
  `SELECT id, external_id AS customer, name FROM customers WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])`,
);

export type CustomerName = { readonly id: string; readonly customer: string; readonly name: string | null };

export async function findCustomerNames(
  scope: TxScope,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, CustomerName>> {
  const rows = await sqlIn(scope).rows<CustomerName>(NAMES, [merchantId, plainArray(ids, (id) => id)]);
  return new Map(rows.map((row) => [row.id, row]));
}

function sqlIn({ tx }: TxScope): Sql {
  return tx ? sqlOf(tx) : readSql();
}
