import { readSql, statement } from "@/lib/db";
import type { DiagnosedDelivery } from "../core/diagnose";

type DeliveryRow = Omit<DiagnosedDelivery, "receivedAt"> & { readonly receivedAt: Date };

const ABOUT = statement(
  "deliveries_about",
  `SELECT d.id, d.state, d.error, d.received_at AS "receivedAt" FROM webhook_deliveries d
    WHERE d.merchant_id = $1::uuid AND d.connection_id = $2::uuid AND d.subject = $3::text
    ORDER BY d.id DESC LIMIT 1`,
);
const OF_PURCHASE = statement(
  "deliveries_of_purchase",
  `SELECT d.id, d.state, d.error, d.received_at AS "receivedAt" FROM webhook_deliveries d
    WHERE d.merchant_id = $1::uuid AND d.purchase_id = $2::uuid ORDER BY d.id DESC LIMIT 1`,
);
/** The latest delivery of a connection about something, as it is called: "order 1041". */
export async function findDeliveryAbout(
  merchantId: string,
  connectionId: string,
  subject: string,
): Promise<DiagnosedDelivery | null> {
  return described(await readSql().rows<DeliveryRow>(ABOUT, [merchantId, connectionId, subject]));
}

/** The latest delivery that a purchase came of. */
export async function findDeliveryOf(
  merchantId: string,
  purchaseId: string,
): Promise<DiagnosedDelivery | null> {
  return described(await readSql().rows<DeliveryRow>(OF_PURCHASE, [merchantId, purchaseId]));
}

function described([row]: DeliveryRow[]): DiagnosedDelivery | null {
  return row ? { ...row, receivedAt: row.receivedAt.toISOString() } : null;
}
