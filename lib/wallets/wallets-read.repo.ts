import { type Sql, statement } from "@/lib/db";

const LOTS = statement(
  "wallets_read_lots",
  `SELECT l.id, l.source, l.origin FROM lots l
    WHERE l.merchant_id = $1::uuid AND l.customer_id = $2::uuid AND NOT l.used_up`,
);

const CUSTOMER = statement(
  "wallets_find_customer",
  `SELECT id FROM customers WHERE merchant_id = $1::uuid AND external_id = $2::text`,
);

const ENTRIES = statement(
  "ledger_page",
  `SELECT e.id, e.customer_id AS "customerId", c.external_id AS customer, c.name AS "customerName", e.type,
          e.delta_micros AS delta, e.balance_after_micros AS "balanceAfter", e.cost_micros AS cost,
          e.from_quota_micros AS "fromQuota", e.units, e.module, e.operation, e.provider, e.model,
          e.rule_id AS "ruleId", e.rule_version AS "ruleVersion", e.actor, e."references", e.note,
          e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt"
     FROM ledger_entries e
     LEFT JOIN customers c ON c.merchant_id = e.merchant_id AND c.id = e.customer_id
    WHERE e.merchant_id = $1::uuid
      AND e.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
      AND e.id >= coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
      AND ($4::text[] IS NULL OR e.type = ANY($4::text[]))
    ORDER BY e.id DESC LIMIT $5::int`,
);

const ENTRIES_OF = statement(
  "ledger_page_of",
  ENTRIES.text.replace(
    "WHERE e.merchant_id = $1::uuid",
    "WHERE e.merchant_id = $1::uuid AND e.customer_id = $6::uuid",
  ),
);

export type EntryRow = {
  id: string;
  customerId: string | null;
  customer: string | null;
  customerName: string | null;
  type: string;
  delta: bigint;
  balanceAfter: bigint | null;
  cost: bigint | null;
  fromQuota: bigint | null;
  units: bigint;
  module: string | null;
  operation: string | null;
  provider: string | null;
  model: string | null;
  ruleId: string | null;
  ruleVersion: number | null;
  actor: { kind: string; id: string; label: string };
  references: Record<string, unknown>;
  note: string | null;
  occurredAt: Date;
  recordedAt: Date;
};

export async function findLotSources(
  sql: Sql,
  wallet: { merchantId: string; customerId: string },
): Promise<Map<string, { source: string; origin: object }>> {
  const rows = await sql.rows<{ id: string; source: string; origin: object }>(LOTS, [
    wallet.merchantId,
    wallet.customerId,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The id of a customer, or null: of another merchant and not there look the same. */
export async function findCustomerId(
  sql: Sql,
  merchantId: string,
  externalId: string,
): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(CUSTOMER, [merchantId, externalId]);
  return row?.id ?? null;
}

export type EntryPage = {
  merchantId: string;
  customerId: string | null;
  /** Ids below this one only. */
  below: string | null;
  /** Ids from this one on only. */
  from: string | null;
  types: readonly string[] | null;
  limit: number;
};

/** Entries newest first, one more than the limit. */
export async function findEntries(sql: Sql, page: EntryPage): Promise<EntryRow[]> {
  const types = page.types ? `{${page.types.join(",")}}` : null;
  const params = [page.merchantId, page.below, page.from, types, String(page.limit + 1)];
  if (page.customerId === null) return sql.rows<EntryRow>(ENTRIES, params);
  return sql.rows<EntryRow>(ENTRIES_OF, [...params, page.customerId]);
}
