import { type Sql, statement, textArray } from "@/lib/db";
import type { Facts } from "./facts";

/** Whose Stripe objects. */
export type LinkScope = { readonly merchantId: string; readonly connectionId: string };

/** Events of one account settle what belongs together one after the other. */
const LOCK = statement(
  "stripe_lock",
  "SELECT pg_advisory_xact_lock(hashtextextended('stripe:' || $1::text, 0)) IS NULL AS locked",
);
const KEYS = statement(
  "stripe_keys",
  `SELECT reference, key FROM stripe_links
    WHERE merchant_id = $1::uuid AND connection_id = $2::uuid AND reference = ANY($3::text[])
    ORDER BY reference, key LIMIT 1000`,
);
const LINK = statement(
  "stripe_link",
  `INSERT INTO stripe_links (merchant_id, connection_id, reference, key)
   SELECT $1::uuid, $2::uuid, unnest($3::text[]), $4::text ON CONFLICT DO NOTHING`,
);
const FACTS = statement(
  "stripe_facts",
  `SELECT reference, facts FROM stripe_facts
    WHERE merchant_id = $1::uuid AND connection_id = $2::uuid AND reference = ANY($3::text[])`,
);
const KEEP = statement(
  "stripe_keep_facts",
  `INSERT INTO stripe_facts (merchant_id, connection_id, reference, facts, updated_at)
   VALUES ($1::uuid, $2::uuid, $3::text, $4::jsonb, $5::timestamptz)
   ON CONFLICT (merchant_id, connection_id, reference)
   DO UPDATE SET facts = excluded.facts, updated_at = excluded.updated_at`,
);

export async function lockLinks(sql: Sql, { connectionId }: LinkScope): Promise<void> {
  await sql.rows(LOCK, [connectionId]);
}

export type Link = { readonly reference: string; readonly key: string };

export async function findLinks(sql: Sql, scope: LinkScope, references: readonly string[]): Promise<Link[]> {
  return sql.rows<Link>(KEYS, [scope.merchantId, scope.connectionId, textArray(references, (each) => each)]);
}

/** Says which purchase each of the references belongs to. */
export async function addLinks(
  sql: Sql,
  scope: LinkScope,
  { key, references }: { key: string; references: readonly string[] },
): Promise<void> {
  if (references.length === 0) return;
  await sql.rows(LINK, [scope.merchantId, scope.connectionId, textArray(references, (each) => each), key]);
}

export async function findFacts(
  sql: Sql,
  scope: LinkScope,
  references: readonly string[],
): Promise<{ reference: string; facts: unknown }[]> {
  return sql.rows(FACTS, [scope.merchantId, scope.connectionId, textArray(references, (each) => each)]);
}

export async function keepFacts(
  sql: Sql,
  scope: LinkScope,
  { reference, facts, now }: { reference: string; facts: Facts; now: Date },
): Promise<void> {
  const params = [scope.merchantId, scope.connectionId, reference, JSON.stringify(facts), now.toISOString()];
  await sql.rows(KEEP, params);
}
