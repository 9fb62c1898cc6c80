import { type Sql, statement } from "@/lib/db";

/** So many of a customer's newest requests are added up at most. */
export const MOST_REQUESTS = 5_000;

const USE = statement(
  "ledger_customer_use",
  `SELECT (recorded_at AT TIME ZONE $4::text)::date::text AS day, module, count(*) AS requests,
          sum(cost)::bigint AS cost
     FROM (SELECT recorded_at, coalesce(module, '') AS module, coalesce(cost_micros, 0) AS cost FROM ledger_entries
            WHERE merchant_id = $1::uuid AND customer_id = $2::uuid AND id >= $3::uuid
              AND type IN ('usage', 'quota_usage')
            ORDER BY id DESC LIMIT ${MOST_REQUESTS}) newest
    GROUP BY 1, 2 ORDER BY 1, 2`,
);

// The condition on the type is that of the index `ledger_acts_of_customer`, which knows no usage.
const LAST_PURCHASE = statement(
  "ledger_customer_last_purchase",
  `SELECT id, type, delta_micros AS delta, "references", note, recorded_at AS "at" FROM ledger_entries
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid AND type NOT IN ('usage', 'quota_usage')
      AND type = 'purchase'
    ORDER BY id DESC LIMIT 1`,
);

// Types and expression are those of the index `ledger_of_purchase`.
const OF_PURCHASE = statement(
  "ledger_of_purchase",
  `SELECT id, type, delta_micros AS delta, "references", note, recorded_at AS "at" FROM ledger_entries
    WHERE merchant_id = $1::uuid AND ("references" ->> 'purchase') = $2::text
      AND type IN ('purchase', 'refund', 'dispute', 'dispute_reversal')
      AND id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    ORDER BY id DESC LIMIT $4::int`,
);

// The condition is that of the index `ledger_loose_purchases`.
const LOOSE = statement(
  "ledger_customer_loose_purchases",
  `SELECT id, type, delta_micros AS delta, "references", note, recorded_at AS "at" FROM ledger_entries
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid
      AND type IN ('purchase', 'refund', 'dispute', 'dispute_reversal') AND "references" -> 'connection' IS NULL
      AND id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    ORDER BY id DESC LIMIT $4::int`,
);

/** What a customer used on one day of a zone, in one module ("" when none was named). */
export type UseRow = { day: string; module: string; requests: bigint; cost: bigint };

export async function findCustomerUse(
  sql: Sql,
  wish: { merchantId: string; customerId: string; fromId: string; timeZone: string },
): Promise<UseRow[]> {
  return sql.rows<UseRow>(USE, [wish.merchantId, wish.customerId, wish.fromId, wish.timeZone]);
}

/** A purchase, or what a refund or dispute took of one. */
export type PurchaseEntry = {
  id: string;
  type: string;
  delta: bigint;
  references: Record<string, unknown>;
  note: string | null;
  at: Date;
};

export async function findLastPurchase(
  sql: Sql,
  wish: { merchantId: string; customerId: string },
): Promise<PurchaseEntry | null> {
  const [found] = await sql.rows<PurchaseEntry>(LAST_PURCHASE, [wish.merchantId, wish.customerId]);
  return found ?? null;
}

/** Of one purchase, newest first, one more than the limit. */
export async function findEntriesOfPurchase(
  sql: Sql,
  wish: { merchantId: string; purchase: string; below: string | null; limit: number },
): Promise<PurchaseEntry[]> {
  const params = [wish.merchantId, wish.purchase, wish.below, String(wish.limit + 1)];
  return sql.rows<PurchaseEntry>(OF_PURCHASE, params);
}

/** Those that belong to no order of a connected shop, newest first. */
export async function findLoosePurchases(
  sql: Sql,
  wish: { merchantId: string; customerId: string; before: string | null; limit: number },
): Promise<PurchaseEntry[]> {
  return sql.rows<PurchaseEntry>(LOOSE, [wish.merchantId, wish.customerId, wish.before, String(wish.limit)]);
}
