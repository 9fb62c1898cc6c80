import { instantArray, jsonItems, jsonList, plainArray, type Sql, statement, textArray } from "@/lib/db";
import { micros } from "@/lib/kernel/micros";
import type { Hold, HoldState, QuotaPart } from "./core/hold";
import type { LotPart } from "./core/book";

const COLUMNS = `merchant_id, id, customer_id, guest_id, network_id, state, fingerprint, amount_micros,
       from_balance_micros, from_quota_micros, lots, quotas, module, operation, bot, form, store, provider, model,
       rule_id, rule_version, unpriced_policy, answer, created_at, expires_at`;

const FIND_HOLDS = statement(
  "holds_find",
  `SELECT ${COLUMNS.replace(/\b(merchant_id|id)\b/g, "h.$1")}
     FROM unnest($1::uuid[], $2::text[]) AS k(merchant_id, id)
     JOIN holds h ON h.merchant_id = k.merchant_id AND h.id = k.id`,
);

const FIND_EXPIRED = statement(
  "holds_find_expired",
  `SELECT ${COLUMNS} FROM holds
    WHERE merchant_id = ANY($1::uuid[]) AND state = 'open' AND expires_at <= $2::timestamptz
    ORDER BY merchant_id, expires_at LIMIT 500`,
);

const FIND_EXPIRED_OF = statement(
  "holds_find_expired_of",
  `SELECT ${COLUMNS} FROM holds
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid AND state = 'open' AND expires_at <= $3::timestamptz`,
);

const FIND_OPEN_OF = statement(
  "holds_find_open_of",
  `SELECT ${COLUMNS} FROM holds
    WHERE merchant_id = $1::uuid AND customer_id = ANY($2::uuid[]) AND state = 'open' ORDER BY created_at, id`,
);

const FIND_MERCHANTS_WITH_EXPIRED = statement(
  "holds_find_merchants_with_expired",
  `SELECT m.id FROM merchants m
    WHERE EXISTS (SELECT FROM holds h WHERE h.merchant_id = m.id AND h.state = 'open' AND h.expires_at <= $1::timestamptz)`,
);

const INSERT_HOLDS = statement(
  "holds_insert",
  `INSERT INTO holds (${COLUMNS}, ended_at)
   SELECT *, CASE WHEN state <> 'open' THEN $26::timestamptz END FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[],
       $8::bigint[], $9::bigint[], $10::bigint[], ${jsonItems(11)}::json[], ${jsonItems(12)}::json[], $13::text[], $14::text[], $15::text[],
       $16::text[], $17::text[], $18::text[], $19::text[], $20::uuid[], $21::int[], $22::text[], ${jsonItems(23)},
       $24::timestamptz[], $25::timestamptz[]) AS k(${COLUMNS})`,
);

const END_HOLDS = statement(
  "holds_end",
  `UPDATE holds h SET state = n.state, ended_at = $4::timestamptz
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS n(merchant_id, id, state)
    WHERE h.merchant_id = n.merchant_id AND h.id = n.id`,
);

type HoldRow = {
  merchant_id: string;
  id: string;
  customer_id: string | null;
  guest_id: string | null;
  network_id: string | null;
  state: HoldState;
  fingerprint: string;
  amount_micros: bigint;
  from_balance_micros: bigint;
  from_quota_micros: bigint;
  lots: [string, string][];
  quotas: [string, string, string, string][];
  module: string;
  operation: string;
  bot: string | null;
  form: string | null;
  store: string | null;
  provider: string;
  model: string;
  rule_id: string | null;
  rule_version: number | null;
  unpriced_policy: Hold["unpricedPolicy"];
  answer: string;
  created_at: Date;
  expires_at: Date;
};

/** Finds holds by merchant and id. */
export async function findHolds(
  sql: Sql,
  keys: readonly { merchantId: string; id: string }[],
): Promise<Hold[]> {
  if (keys.length === 0) return [];
  const params = [plainArray(keys, (key) => key.merchantId), textArray(keys, (key) => key.id)];
  const rows = await sql.rows<HoldRow>(FIND_HOLDS, params);
  return rows.map(fromRow);
}

/** Up to 500 open holds of these merchants whose time is over at `now`, oldest first. */
export async function findExpiredHolds(sql: Sql, merchantIds: readonly string[], now: Date): Promise<Hold[]> {
  const rows = await sql.rows<HoldRow>(FIND_EXPIRED, [
    plainArray(merchantIds, (id) => id),
    now.toISOString(),
  ]);
  return rows.map(fromRow);
}

/** One customer's open holds whose time is over. */
export async function findExpiredHoldsOf(
  sql: Sql,
  wallet: { merchantId: string; customerId: string },
  now: Date,
): Promise<Hold[]> {
  const rows = await sql.rows<HoldRow>(FIND_EXPIRED_OF, [
    wallet.merchantId,
    wallet.customerId,
    now.toISOString(),
  ]);
  return rows.map(fromRow);
}

/** The open holds of these customers, oldest first, also those whose time is over. */
export async function findOpenHoldsOf(
  sql: Sql,
  merchantId: string,
  customerIds: readonly string[],
): Promise<Hold[]> {
  const rows = await sql.rows<HoldRow>(FIND_OPEN_OF, [merchantId, plainArray(customerIds, (id) => id)]);
  return rows.map(fromRow);
}

/** The merchants that have open holds whose time is over: what the sweep tidies. */
export async function findMerchantsWithExpiredHolds(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(FIND_MERCHANTS_WITH_EXPIRED, [now.toISOString()]);
  return rows.map((row) => row.id);
}

/** Stores new holds; one that ended in the batch that made it is stored as it ended. */
export async function insertHolds(sql: Sql, holds: readonly Hold[], now: Date): Promise<void> {
  if (holds.length === 0) return;
  await sql.rows(INSERT_HOLDS, [
    plainArray(holds, (hold) => hold.merchantId),
    textArray(holds, (hold) => hold.id),
    plainArray(holds, (hold) => hold.customerId),
    plainArray(holds, (hold) => hold.guestId),
    plainArray(holds, (hold) => hold.networkId),
    plainArray(holds, (hold) => hold.state),
    plainArray(holds, (hold) => hold.fingerprint),
    plainArray(holds, (hold) => hold.amount),
    plainArray(holds, (hold) => hold.fromBalance),
    plainArray(holds, (hold) => hold.fromQuota),
    jsonList(holds, (hold) => JSON.stringify(hold.lots.map(([lot, part]) => [lot, part.toString()]))),
    jsonList(holds, (hold) => JSON.stringify(hold.quotas.map(quotaPartRow))),
    textArray(holds, (hold) => hold.module),
    textArray(holds, (hold) => hold.operation),
    textArray(holds, (hold) => hold.bot),
    textArray(holds, (hold) => hold.form),
    textArray(holds, (hold) => hold.store),
    textArray(holds, (hold) => hold.provider),
    textArray(holds, (hold) => hold.model),
    plainArray(holds, (hold) => hold.rule?.id ?? null),
    plainArray(holds, (hold) => hold.rule?.version ?? null),
    plainArray(holds, (hold) => hold.unpricedPolicy),
    jsonList(holds, (hold) => hold.answer),
    instantArray(holds, (hold) => hold.createdAt),
    instantArray(holds, (hold) => hold.expiresAt),
    now.toISOString(),
  ]);
}

/** Ends holds that are open, as settled, released or expired. The caller holds the lock of their subject. */
export async function endHolds(sql: Sql, holds: readonly Hold[], now: Date): Promise<void> {
  if (holds.length === 0) return;
  await sql.rows(END_HOLDS, [
    plainArray(holds, (hold) => hold.merchantId),
    textArray(holds, (hold) => hold.id),
    plainArray(holds, (hold) => hold.state),
    now.toISOString(),
  ]);
}

function quotaPartRow(part: QuotaPart): string[] {
  return [part.quotaId, part.subjectId, part.periodStart.toISOString(), part.amount.toString()];
}

function fromRow(row: HoldRow): Hold {
  return {
    merchantId: row.merchant_id,
    id: row.id,
    customerId: row.customer_id,
    guestId: row.guest_id,
    networkId: row.network_id,
    state: row.state,
    fingerprint: row.fingerprint.replaceAll("-", ""),
    amount: micros(row.amount_micros),
    fromBalance: micros(row.from_balance_micros),
    fromQuota: micros(row.from_quota_micros),
    lots: row.lots.map(([lot, part]): LotPart => [lot, micros(BigInt(part))]),
    quotas: row.quotas.map(([quotaId, subjectId, start, amount]) => ({
      quotaId,
      subjectId,
      periodStart: new Date(start),
      amount: micros(BigInt(amount)),
    })),
    module: row.module,
    operation: row.operation,
    bot: row.bot,
    form: row.form,
    store: row.store,
    provider: row.provider,
    model: row.model,
    rule:
      row.rule_id === null || row.rule_version === null
        ? null
        : { id: row.rule_id, version: row.rule_version },
    unpricedPolicy: row.unpriced_policy,
    answer: row.answer,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
