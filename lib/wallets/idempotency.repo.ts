import { type Sql, statement } from "@/lib/db";

const FIND = statement(
  "idempotency_keys_find",
  `SELECT fingerprint, answer FROM idempotency_keys
    WHERE merchant_id = $1::uuid AND kind = $2::text AND key = $3::text`,
);

const INSERT = statement(
  "idempotency_keys_insert",
  `INSERT INTO idempotency_keys (merchant_id, kind, key, fingerprint, answer, created_at)
   VALUES ($1::uuid, $2::text, $3::text, $4::uuid, $5::jsonb, $6::timestamptz)
   ON CONFLICT DO NOTHING RETURNING key`,
);

/** A write's key, unique for ever per merchant and kind. */
export type WriteKey = { merchantId: string; kind: string; key: string };
export type StoredAnswer = { fingerprint: string; answer: Record<string, unknown> };

export async function findAnswer(
  sql: Sql,
  { merchantId, kind, key }: WriteKey,
): Promise<StoredAnswer | null> {
  const [row] = await sql.rows<StoredAnswer>(FIND, [merchantId, kind, key]);
  return row ? { ...row, fingerprint: row.fingerprint.replaceAll("-", "") } : null;
}

/** Keeps the first answer of a key; false when the key was taken meanwhile. */
export async function keepAnswer(
  sql: Sql,
  key: WriteKey,
  stored: StoredAnswer & { now: Date },
): Promise<boolean> {
  const params = [
    key.merchantId,
    key.kind,
    key.key,
    stored.fingerprint,
    JSON.stringify(stored.answer),
    stored.now.toISOString(),
  ];
  return (await sql.rows(INSERT, params)).length === 1;
}
