import { instantArray, plainArray, type Sql, statement } from "@/lib/db";

const OPEN_MARK = statement(
  "standing_marks_open",
  `INSERT INTO standing_marks (merchant_id, entry_id) VALUES ($1::uuid, '00000000-0000-0000-0000-000000000000')
   ON CONFLICT DO NOTHING`,
);

const LOCK_MARK = statement(
  "standing_marks_lock",
  `SELECT entry_id AS "entryId" FROM standing_marks WHERE merchant_id = $1::uuid FOR UPDATE SKIP LOCKED`,
);

const MOVE_MARK = statement(
  "standing_marks_move",
  `UPDATE standing_marks SET entry_id = greatest(entry_id, $2::uuid) WHERE merchant_id = $1::uuid`,
);

const READ = statement(
  "standings_read_entries",
  `WITH piece AS (
     SELECT id, customer_id, type, recorded_at FROM ledger_entries
      WHERE merchant_id = $1::uuid AND id > $2::uuid ORDER BY id LIMIT $3::int)
   SELECT customer_id AS "customerId", max(recorded_at) FILTER (WHERE type IN ('usage', 'quota_usage')) AS "usedAt",
          max(id::text) AS "lastEntryId", count(*)::int AS entries
     FROM piece GROUP BY customer_id`,
);

const POST = statement(
  "standings_post",
  `INSERT INTO standings AS s (merchant_id, customer_id, balance_micros, used_at)
   SELECT w.merchant_id, w.customer_id, w.balance_micros, coalesce(k.used_at, 'epoch')
     FROM unnest($2::uuid[], $3::timestamptz[]) AS k(customer_id, used_at)
     JOIN wallets w ON w.merchant_id = $1::uuid AND w.customer_id = k.customer_id
    ORDER BY w.customer_id
   ON CONFLICT (merchant_id, customer_id) DO UPDATE
      SET balance_micros = excluded.balance_micros, used_at = greatest(s.used_at, excluded.used_at)
    WHERE s.balance_micros <> excluded.balance_micros OR s.used_at < excluded.used_at
   RETURNING customer_id AS "customerId", xmax = 0 AS fresh`,
);

const BEHIND = statement(
  "standings_behind",
  `SELECT m.id FROM merchants m LEFT JOIN standing_marks k ON k.merchant_id = m.id
    WHERE EXISTS (SELECT FROM ledger_entries e WHERE e.merchant_id = m.id
                     AND e.id > coalesce(k.entry_id, '00000000-0000-0000-0000-000000000000'))`,
);

/** Up to which entry the standings follow, locked for this transaction; null while somebody else is at them. */
export async function lockMark(sql: Sql, merchantId: string): Promise<string | null> {
  await sql.rows(OPEN_MARK, [merchantId]);
  const [row] = await sql.rows<{ entryId: string }>(LOCK_MARK, [merchantId]);
  return row?.entryId ?? null;
}

export async function moveMark(sql: Sql, merchantId: string, entryId: string): Promise<void> {
  await sql.rows(MOVE_MARK, [merchantId, entryId]);
}

export type ReadPiece = {
  customerId: string | null;
  usedAt: Date | null;
  lastEntryId: string;
  entries: number;
};

/** The next entries after this one, by customer; guests together under null. */
export async function readPiece(
  sql: Sql,
  merchantId: string,
  { after, limit }: { after: string; limit: number },
): Promise<ReadPiece[]> {
  return sql.rows<ReadPiece>(READ, [merchantId, after, limit.toString()]);
}

/** Writes the present balance and the last usage of these customers. The ids of those who had no standing yet. */
export async function postStandings(
  sql: Sql,
  merchantId: string,
  pieces: readonly { customerId: string; usedAt: Date | null }[],
): Promise<string[]> {
  const rows = await sql.rows<{ customerId: string; fresh: boolean }>(POST, [
    merchantId,
    plainArray(pieces, (each) => each.customerId),
    instantArray(pieces, (each) => each.usedAt),
  ]);
  return rows.flatMap((row) => (row.fresh ? [row.customerId] : []));
}

const IS_BEHIND = statement(
  "standings_is_behind",
  `SELECT EXISTS (SELECT FROM ledger_entries e WHERE e.merchant_id = $1::uuid AND e.id > coalesce(
     (SELECT entry_id FROM standing_marks WHERE merchant_id = $1::uuid), '00000000-0000-0000-0000-000000000000')) AS behind`,
);

/** Whether the ledger has entries beyond the mark. */
export async function isBehind(sql: Sql, merchantId: string): Promise<boolean> {
  const [row] = await sql.rows<{ behind: boolean }>(IS_BEHIND, [merchantId]);
  return row?.behind ?? false;
}

/** Merchants whose ledger has entries that their standings do not know. */
export async function findMerchantsBehind(sql: Sql): Promise<string[]> {
  return (await sql.rows<{ id: string }>(BEHIND, [])).map((row) => row.id);
}
