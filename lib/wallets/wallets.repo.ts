import { instantArray, plainArray, type Sql, statement, textArray } from "@/lib/db";
import { micros, type Micros } from "@/lib/kernel/micros";
import { groupBy } from "@/lib/kernel/group-by";
import { heldOf, type LotState, openBook, type WalletBook } from "./core/book";
import type { OpenWallet } from "./core/wallet";

export type WalletKey = { merchantId: string; customerId: string };

const LOCK_WALLETS = statement(
  "wallets_lock",
  `SELECT w.merchant_id, w.customer_id, w.balance_micros, w.debt_micros, w.carry_ticks, w.frozen_at,
          c.external_id, c.roles
     FROM unnest($1::uuid[], $2::uuid[]) AS k(merchant_id, customer_id)
     JOIN wallets w ON w.merchant_id = k.merchant_id AND w.customer_id = k.customer_id
     JOIN customers c ON c.merchant_id = w.merchant_id AND c.id = w.customer_id
    ORDER BY w.merchant_id, w.customer_id
      FOR NO KEY UPDATE OF w`,
);

const LOAD_LOTS = statement(
  "wallets_load_lots",
  `SELECT l.customer_id, l.merchant_id, l.id, l.priority, l.category, l.granted_micros, l.remaining_micros,
          l.held_micros, l.effective_at, l.expires_at
     FROM unnest($1::uuid[], $2::uuid[]) AS k(merchant_id, customer_id)
     JOIN lots l ON l.merchant_id = k.merchant_id AND l.customer_id = k.customer_id AND NOT l.used_up`,
);

const READ_WALLETS = statement("wallets_read", LOCK_WALLETS.text.replace("FOR NO KEY UPDATE OF w", ""));

const TO_SWEEP = statement(
  "wallets_to_sweep",
  `SELECT DISTINCT l.merchant_id AS "merchantId", l.customer_id AS "customerId" FROM (
     SELECT merchant_id, customer_id FROM lots
      WHERE expires_at <= $1::timestamptz AND remaining_micros > held_micros AND NOT used_up
      ORDER BY expires_at LIMIT 200) l`,
);

const UPDATE_LOTS = statement(
  "wallets_update_lots",
  `UPDATE lots l SET remaining_micros = n.remaining, held_micros = n.held, used_up = n.remaining = 0
     FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[]) AS n(merchant_id, id, remaining, held)
    WHERE l.merchant_id = n.merchant_id AND l.id = n.id`,
);

const INSERT_LOTS = statement(
  "wallets_insert_lots",
  `INSERT INTO lots (merchant_id, id, customer_id, source, category, priority, granted_micros, remaining_micros,
                     held_micros, effective_at, expires_at, origin, created_at, used_up)
   SELECT *, k.remaining = 0 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::bigint[],
                        $8::bigint[], $9::bigint[], $10::timestamptz[], $11::timestamptz[], $12::jsonb[],
                        $13::timestamptz[]) AS k(merchant_id, id, customer_id, source, category, priority, granted,
                        remaining, held, effective_at, expires_at, origin, created_at)`,
);

const UPDATE_WALLETS = statement(
  "wallets_update",
  `UPDATE wallets w SET balance_micros = n.balance, held_micros = n.held, debt_micros = n.debt,
                        carry_ticks = n.carry, updated_at = $7::timestamptz,
                        frozen_at = CASE WHEN NOT n.frozen THEN NULL ELSE coalesce(w.frozen_at, $7::timestamptz) END,
                        frozen_reason = CASE WHEN n.frozen THEN w.frozen_reason END
     FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $8::boolean[])
          AS n(merchant_id, customer_id, balance, held, debt, carry, frozen)
    WHERE w.merchant_id = n.merchant_id AND w.customer_id = n.customer_id`,
);

type WalletRow = {
  merchant_id: string;
  customer_id: string;
  balance_micros: bigint;
  debt_micros: bigint;
  carry_ticks: bigint;
  frozen_at: Date | null;
  external_id: string;
  roles: string[];
};

type LotRow = {
  merchant_id: string;
  customer_id: string;
  id: string;
  priority: number;
  category: LotState["category"];
  granted_micros: bigint;
  remaining_micros: bigint;
  held_micros: bigint;
  effective_at: Date;
  expires_at: Date | null;
};

/**
 * Takes the row locks of these wallets, in one order for everyone, for the rest of the transaction, and opens
 * them: every change of a wallet goes through here first. Both statements travel together.
 */
export async function lockWallets(sql: Sql, keys: readonly WalletKey[]): Promise<Map<string, OpenWallet>> {
  return openWallets(sql, keys, LOCK_WALLETS);
}

/** The same, without locks: for answers that change nothing. */
export async function readWallets(sql: Sql, keys: readonly WalletKey[]): Promise<Map<string, OpenWallet>> {
  return openWallets(sql, keys, READ_WALLETS);
}

/** Some of the wallets with expired credits that no open hold keeps; none when all are swept. */
export async function findWalletsToSweep(sql: Sql, now: Date): Promise<WalletKey[]> {
  return sql.rows<WalletKey>(TO_SWEEP, [now.toISOString()]);
}

async function openWallets(sql: Sql, keys: readonly WalletKey[], first: typeof LOCK_WALLETS) {
  if (keys.length === 0) return new Map<string, OpenWallet>();
  const params = [plainArray(keys, (key) => key.merchantId), plainArray(keys, (key) => key.customerId)];
  const locking = sql.rows<WalletRow>(first, params);
  const loading = sql.rows<LotRow>(LOAD_LOTS, params);
  const [wallets, lots] = await Promise.all([locking, loading]);
  const lotsOf = groupBy(lots, (lot) => lot.customer_id);
  return new Map(wallets.map((row) => [row.customer_id, openWallet(row, lotsOf.get(row.customer_id) ?? [])]));
}

function openWallet(row: WalletRow, lots: readonly LotRow[]): OpenWallet {
  const book = openBook({
    merchantId: row.merchant_id,
    customerId: row.customer_id,
    booked: micros(row.balance_micros),
    debt: micros(row.debt_micros),
    carryTicks: row.carry_ticks,
    frozen: row.frozen_at !== null,
    lots: lots.map(lotState),
  });
  return { book, externalId: row.external_id, roles: row.roles };
}

function lotState(row: LotRow): LotState {
  return {
    id: row.id,
    priority: row.priority,
    category: row.category,
    granted: micros(row.granted_micros),
    remaining: micros(row.remaining_micros),
    held: micros(row.held_micros),
    effectiveAt: row.effective_at,
    expiresAt: row.expires_at,
  };
}

/** What a new lot says of itself beyond the planner's view. */
export type NewLot = {
  lot: LotState;
  customerId: string;
  merchantId: string;
  source: string;
  origin: object;
};

/** Writes the opened wallets back: changed lots, new lots, balances. */
export async function postWallets(
  sql: Sql,
  books: readonly WalletBook[],
  change: { newLots: readonly NewLot[]; now: Date },
): Promise<void> {
  const changed = books.flatMap((book) =>
    [...book.changed]
      .filter((lot) => !book.granted.has(lot))
      .map((lot) => ({ merchantId: book.merchantId, lot })),
  );
  await Promise.all([
    updateLots(sql, changed),
    insertLots(sql, change.newLots, change.now),
    updateWallets(sql, books, change.now),
  ]);
}

async function updateLots(sql: Sql, rows: readonly { merchantId: string; lot: LotState }[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(UPDATE_LOTS, [
    plainArray(rows, (row) => row.merchantId),
    plainArray(rows, (row) => row.lot.id),
    plainArray(rows, (row) => row.lot.remaining),
    plainArray(rows, (row) => row.lot.held),
  ]);
}

async function insertLots(sql: Sql, rows: readonly NewLot[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(INSERT_LOTS, [
    plainArray(rows, (row) => row.merchantId),
    plainArray(rows, (row) => row.lot.id),
    plainArray(rows, (row) => row.customerId),
    textArray(rows, (row) => row.source),
    plainArray(rows, (row) => row.lot.category),
    plainArray(rows, (row) => row.lot.priority),
    plainArray(rows, (row) => row.lot.granted),
    plainArray(rows, (row) => row.lot.remaining),
    plainArray(rows, (row) => row.lot.held),
    instantArray(rows, (row) => row.lot.effectiveAt),
    instantArray(rows, (row) => row.lot.expiresAt),
    textArray(rows, (row) => JSON.stringify(row.origin)),
    instantArray(rows, () => now),
  ]);
}

async function updateWallets(sql: Sql, books: readonly WalletBook[], now: Date): Promise<void> {
  if (books.length === 0) return;
  await sql.rows(UPDATE_WALLETS, [
    plainArray(books, (book) => book.merchantId),
    plainArray(books, (book) => book.customerId),
    plainArray(books, (book): Micros => book.booked),
    plainArray(books, heldOf),
    plainArray(books, (book) => book.debt),
    plainArray(books, (book) => book.carryTicks),
    now.toISOString(),
    plainArray(books, (book) => book.frozen),
  ]);
}
