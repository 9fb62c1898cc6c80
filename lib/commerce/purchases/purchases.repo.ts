import { readSql, type Sql, sqlOf, statement, type Tx } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { Micros } from "@/lib/kernel/micros";
import type { PurchaseState, PurchaseWord } from "../core";

/** A purchase as it is stored, with its connection's name and its customer's id at the merchant. */
export type PurchaseRow = {
  readonly merchantId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly key: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly assigned: boolean;
  readonly state: PurchaseWord;
  readonly grantedMicros: Micros;
  readonly takenMicros: Micros;
  readonly snapshot: PurchaseState;
  readonly occurredAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const COLUMNS = `p.merchant_id AS "merchantId", p.id, p.connection_id AS "connectionId", p.key, p.number,
  p.customer_id AS "customerId", c.external_id AS customer, p.assigned, p.state, p.granted_micros AS "grantedMicros",
  p.taken_micros AS "takenMicros", p.snapshot, p.occurred_at AS "occurredAt", p.created_at AS "createdAt",
  p.updated_at AS "updatedAt"`;
const FROM = `FROM purchases p LEFT JOIN customers c ON c.merchant_id = p.merchant_id AND c.id = p.customer_id`;

const ONE = statement(
  "purchases_one",
  `SELECT ${COLUMNS} ${FROM} WHERE p.merchant_id = $1::uuid AND p.id = $2::uuid`,
);
const LOCK_BY_KEY = statement(
  "purchases_lock_by_key",
  `SELECT ${COLUMNS} ${FROM}
    WHERE p.merchant_id = $1::uuid AND p.connection_id = $2::uuid AND p.key = $3::text FOR NO KEY UPDATE OF p`,
);
const LOCK_BY_ID = statement("purchases_lock", `${ONE.text} FOR NO KEY UPDATE OF p`);
const INSERT = statement(
  "purchases_insert",
  `INSERT INTO purchases (merchant_id, id, connection_id, key, number, shop_status, state, total, refunded, snapshot,
                          as_of, occurred_at, created_at, updated_at)
   VALUES ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, 'pending', '0', '0', $7::jsonb,
           $8::timestamptz, $9::timestamptz, $10::timestamptz, $10::timestamptz)
   ON CONFLICT (merchant_id, connection_id, key) DO NOTHING RETURNING id`,
);
const SAVE = statement(
  "purchases_save",
  `UPDATE purchases SET number = $3::text, customer_id = $4::uuid, assigned = $5::boolean, buyer_external_id = $6::text,
          buyer_email = $7::text, buyer_name = $8::text, shop_status = $9::text, state = $10::text,
          currency = $11::text, total = $12::text, refunded = $13::text, granted_micros = $14::bigint,
          taken_micros = $15::bigint, snapshot = $16::jsonb, as_of = $17::timestamptz,
          occurred_at = $18::timestamptz, updated_at = $19::timestamptz
    WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);
const PAGE = statement(
  "purchases_page",
  `SELECT ${COLUMNS} ${FROM}
    WHERE p.merchant_id = $1::uuid AND ($2::uuid IS NULL OR p.id < $2::uuid)
      AND ($4::uuid IS NULL OR p.connection_id = $4::uuid) AND ($5::text IS NULL OR p.state = $5::text)
      AND ($6::text IS NULL OR c.external_id = $6::text)
      AND ($7::text IS NULL OR p.number = $7::text OR p.key = $7::text OR lower(p.buyer_email) = lower($7::text))
    ORDER BY p.id DESC LIMIT $3::int`,
);
const WAITING = statement(
  "purchases_waiting_for",
  `SELECT p.id FROM purchases p
    WHERE p.merchant_id = $1::uuid AND lower(p.buyer_email) = $2::text AND p.customer_id IS NULL
    ORDER BY p.id LIMIT 200`,
);
const BY_KEYS = statement(
  "purchases_by_key",
  `SELECT ${COLUMNS} ${FROM} WHERE p.merchant_id = $1::uuid AND p.connection_id = $2::uuid AND p.key = $3::text`,
);
const PROVE = statement(
  "customer_addresses_prove",
  `INSERT INTO customer_addresses AS a (merchant_id, email, customer_id, proven_at)
   VALUES ($1::uuid, $2::text, $3::uuid, $4::timestamptz)
   ON CONFLICT (merchant_id, email) DO UPDATE SET customer_id = excluded.customer_id, proven_at = excluded.proven_at`,
);
const PROVEN = statement(
  "customer_addresses_proven",
  `SELECT a.customer_id AS "customerId" FROM customer_addresses a
    WHERE a.merchant_id = $1::uuid AND a.email = $2::text`,
);

export type PurchaseKey = {
  readonly merchantId: string;
  readonly connectionId: string;
  readonly key: string;
};

export async function lockPurchase(tx: Tx, key: PurchaseKey): Promise<PurchaseRow | null> {
  const params = [key.merchantId, key.connectionId, key.key];
  return (await sqlOf(tx).rows<PurchaseRow>(LOCK_BY_KEY, params))[0] ?? null;
}

export async function lockPurchaseById(tx: Tx, merchantId: string, id: string): Promise<PurchaseRow | null> {
  if (!isId(id)) return null;
  return (await sqlOf(tx).rows<PurchaseRow>(LOCK_BY_ID, [merchantId, id]))[0] ?? null;
}

/** False when somebody else has just made it: then it is there to be locked. */
export async function insertPurchase(
  tx: Tx,
  key: PurchaseKey,
  made: { id: string; state: PurchaseState; now: Date },
): Promise<boolean> {
  const { id, state, now } = made;
  const rows = await sqlOf(tx).rows(INSERT, [
    key.merchantId,
    id,
    key.connectionId,
    key.key,
    state.number,
    state.shopStatus,
    JSON.stringify(state),
    state.asOf,
    state.occurredAt,
    now.toISOString(),
  ]);
  return rows.length === 1;
}

/** What a purchase says after a change. */
export type PurchaseChange = {
  readonly customerId: string | null;
  readonly assigned: boolean;
  readonly word: PurchaseWord;
  readonly granted: Micros;
  readonly taken: Micros;
  readonly snapshot: PurchaseState;
  readonly now: Date;
};

export async function savePurchase(
  tx: Tx,
  key: { merchantId: string; id: string },
  { snapshot: state, ...change }: PurchaseChange,
): Promise<void> {
  await sqlOf(tx).rows(SAVE, [
    key.merchantId,
    key.id,
    state.number,
    change.customerId,
    String(change.assigned),
    state.buyer.externalId,
    state.buyer.email,
    state.buyer.name,
    state.shopStatus,
    change.word,
    state.currency,
    state.total,
    state.refunded,
    String(change.granted),
    String(change.taken),
    JSON.stringify(state),
    state.asOf,
    state.occurredAt,
    change.now.toISOString(),
  ]);
}

export async function findPurchase(merchantId: string, id: string): Promise<PurchaseRow | null> {
  if (!isId(id)) return null;
  return (await readSql().rows<PurchaseRow>(ONE, [merchantId, id]))[0] ?? null;
}

export async function findPurchaseByKey(key: PurchaseKey): Promise<PurchaseRow | null> {
  const params = [key.merchantId, key.connectionId, key.key];
  return (await readSql().rows<PurchaseRow>(BY_KEYS, params))[0] ?? null;
}

export type PurchaseFilter = {
  readonly connection: string | null;
  readonly state: PurchaseWord | null;
  readonly customer: string | null;
  readonly search: string | null;
};

/** Newest first, one more than the limit. */
export async function findPurchases(
  merchantId: string,
  page: { before: string | null; limit: number },
  filter: PurchaseFilter,
): Promise<PurchaseRow[]> {
  const { connection, state, customer, search } = filter;
  const params = [merchantId, page.before, String(page.limit + 1), connection, state, customer, search];
  return readSql().rows<PurchaseRow>(PAGE, params);
}

/** Purchases of nobody yet that were made under an address, the oldest first. */
export async function findUnclaimed(merchantId: string, email: string): Promise<string[]> {
  const rows = await readSql().rows<{ id: string }>(WAITING, [merchantId, email.toLowerCase()]);
  return rows.map(({ id }) => id);
}

/** An address belongs to whoever proved it last. */
export async function saveProvenAddress(
  sql: Sql,
  address: { merchantId: string; email: string; customerId: string; now: Date },
): Promise<void> {
  const { merchantId, email, customerId, now } = address;
  await sql.rows(PROVE, [merchantId, email.toLowerCase(), customerId, now.toISOString()]);
}

export async function findProven(sql: Sql, merchantId: string, email: string): Promise<string | null> {
  const rows = await sql.rows<{ customerId: string }>(PROVEN, [merchantId, email.toLowerCase()]);
  return rows[0]?.customerId ?? null;
}
