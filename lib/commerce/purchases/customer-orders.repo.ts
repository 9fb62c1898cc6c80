import { readSql, statement } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import type { PurchaseWord, ShopLine } from "../core";

/** A purchase of a customer, as the index `purchases_of_customer` lists them. */
export type OrderRow = {
  readonly id: string;
  readonly connectionId: string;
  readonly shop: string;
  readonly number: string;
  readonly word: PurchaseWord;
  readonly shopStatus: string;
  readonly currency: string | null;
  readonly total: string;
  readonly refunded: string;
  readonly granted: Micros;
  readonly takenBack: Micros;
  readonly occurredAt: Date;
  /** What the shop lists. */
  readonly sold: readonly ShopLine[];
  /** What was booked for, under the package's name at the first grant; null when nothing was. */
  readonly booked: readonly { readonly name: string; readonly quantity: number }[] | null;
};

const OF_CUSTOMER = statement(
  "purchases_of_customer_page",
  `SELECT p.id, p.connection_id AS "connectionId", s.name AS shop, p.number, p.state AS word,
          p.shop_status AS "shopStatus", p.currency, p.total, p.refunded, p.granted_micros AS granted,
          p.taken_micros AS "takenBack", p.occurred_at AS "occurredAt", p.snapshot -> 'lines' AS sold,
          (SELECT jsonb_agg(jsonb_build_object('name', l.package_name, 'quantity', l.quantity) ORDER BY l.key)
             FROM purchase_lines l WHERE l.merchant_id = p.merchant_id AND l.purchase_id = p.id) AS booked
     FROM purchases p JOIN connections s ON s.merchant_id = p.merchant_id AND s.id = p.connection_id
    WHERE p.merchant_id = $1::uuid AND p.customer_id = $2::uuid
      AND p.id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    ORDER BY p.id DESC LIMIT $4::int`,
);

/** Newest first. */
export async function findOrdersOf(
  merchantId: string,
  customerId: string,
  page: { before: string | null; limit: number },
): Promise<OrderRow[]> {
  return readSql().rows<OrderRow>(OF_CUSTOMER, [merchantId, customerId, page.before, String(page.limit)]);
}
