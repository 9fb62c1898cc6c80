import { plainArray, type Sql, statement } from "@/lib/db";

/** A proof as it is kept. */
export type VerificationRow = {
  id: string;
  /** The merchant's id of the customer whose wallet it is about; null: all wallets. */
  customer: string | null;
  ok: boolean;
  at: Date;
  wallets: bigint;
  entries: bigint;
  unshown: unknown;
  breaks: unknown;
  actor: unknown;
};

export type NewVerification = Omit<VerificationRow, "customer"> & {
  merchantId: string;
  customerId: string | null;
};

const INSERT = statement(
  "verifications_insert",
  `INSERT INTO verifications (merchant_id, id, customer_id, ok, at, wallets, entries, unshown, breaks, actor)
   VALUES ($1::uuid, $2::uuid, $3::uuid, $4::boolean, $5::timestamptz, $6::bigint, $7::bigint, $8::jsonb, $9::jsonb,
           $10::jsonb)`,
);

/** The newest so many of a merchant are kept. */
const KEPT = 200;

const PRUNE = statement(
  "verifications_prune",
  `DELETE FROM verifications v WHERE v.merchant_id = $1::uuid AND v.id < (
     SELECT id FROM verifications WHERE merchant_id = $1::uuid ORDER BY id DESC OFFSET ${KEPT} LIMIT 1)
     AND v.id <> (SELECT id FROM verifications WHERE merchant_id = $1::uuid AND customer_id IS NULL
                   ORDER BY id DESC LIMIT 1)`,
);

const FOUND = `SELECT v.id, c.external_id AS customer, v.ok, v.at, v.wallets, v.entries, v.unshown, v.breaks, v.actor
     FROM verifications v
     LEFT JOIN customers c ON c.merchant_id = v.merchant_id AND c.id = v.customer_id
    WHERE v.merchant_id = $1::uuid`;

const PAGE = statement(
  "verifications_page",
  `${FOUND} AND v.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') ORDER BY v.id DESC LIMIT $3::int`,
);

const LATEST = statement(
  "verifications_latest",
  `${FOUND} AND v.customer_id IS NOT DISTINCT FROM $2::uuid ORDER BY v.id DESC LIMIT 1`,
);

const LATEST_OVER = statement(
  "verifications_latest_over",
  `${FOUND} AND (v.customer_id IS NULL OR v.customer_id = $2::uuid) ORDER BY v.id DESC LIMIT 1`,
);

/** Keeps a proof, and lets go of the oldest ones. */
export async function keepVerification(sql: Sql, proof: NewVerification): Promise<void> {
  await sql.rows(INSERT, [
    proof.merchantId,
    proof.id,
    proof.customerId,
    String(proof.ok),
    proof.at.toISOString(),
    proof.wallets.toString(),
    proof.entries.toString(),
    JSON.stringify(proof.unshown),
    JSON.stringify(proof.breaks),
    JSON.stringify(proof.actor),
  ]);
  await sql.rows(PRUNE, [proof.merchantId]);
}

/** Newest first, one more than the limit. */
export async function findVerifications(
  sql: Sql,
  page: { merchantId: string; below: string | null; limit: number },
): Promise<VerificationRow[]> {
  return sql.rows<VerificationRow>(PAGE, [page.merchantId, page.below, String(page.limit + 1)]);
}

/** The last proof of all wallets (null), or of this customer's. */
export async function findLatestVerification(
  sql: Sql,
  merchantId: string,
  customerId: string | null,
): Promise<VerificationRow | null> {
  const [row] = await sql.rows<VerificationRow>(LATEST, [merchantId, customerId]);
  return row ?? null;
}

const ENTRIES = statement(
  "ledger_days_all",
  `SELECT coalesce(sum(entries), 0)::bigint AS entries FROM ledger_days WHERE merchant_id = $1::uuid`,
);

/** How many ledger entries a merchant has, from the daily figures. */
export async function countEntries(sql: Sql, merchantId: string): Promise<bigint> {
  const [row] = await sql.rows<{ entries: bigint }>(ENTRIES, [merchantId]);
  return row?.entries ?? 0n;
}

const NEXT = statement(
  "wallets_next",
  `SELECT customer_id AS id FROM wallets WHERE merchant_id = $1::uuid AND customer_id > $2::uuid
    ORDER BY customer_id LIMIT $3::int`,
);

/** The next wallets after this one, by customer id. */
export async function findNextWallets(
  sql: Sql,
  merchantId: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(NEXT, [merchantId, after, String(limit)]);
  return rows.map((row) => row.id);
}

const WALLETS = statement(
  "wallets_count",
  `SELECT count(*)::bigint AS wallets FROM wallets WHERE merchant_id = $1::uuid`,
);

export async function countWallets(sql: Sql, merchantId: string): Promise<number> {
  const [row] = await sql.rows<{ wallets: bigint }>(WALLETS, [merchantId]);
  return Number(row?.wallets ?? 0n);
}

const NAMES = statement(
  "verifications_names",
  `SELECT id, external_id AS "externalId" FROM customers WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])`,
);

/** The merchant's ids of these customers. */
export async function namesOf(
  sql: Sql,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.rows<{ id: string; externalId: string }>(NAMES, [
    merchantId,
    plainArray(ids, (id) => id),
  ]);
  return new Map(rows.map((row) => [row.id, row.externalId]));
}

/** The newest proof that a wallet was part of: of all wallets, or of this one. */
export async function findLatestOver(
  sql: Sql,
  merchantId: string,
  customerId: string,
): Promise<VerificationRow | null> {
  const [row] = await sql.rows<VerificationRow>(LATEST_OVER, [merchantId, customerId]);
  return row ?? null;
}
