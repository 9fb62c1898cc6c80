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
