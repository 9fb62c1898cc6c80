import { creditsToString } from "@/lib/kernel/micros";
import type { PurchaseWord, ShopLine } from "../core";
import type { LineRow } from "./purchase-lines.repo";
import type { PurchaseRow } from "./purchases.repo";

/** A line of a purchase; `package` and what was booked are null and "0" while it sells none or nothing was granted. */
export type PurchaseLineJson = {
  key: string;
  name: string;
  product: ShopLine["product"] | null;
  quantity: number;
  total: string | null;
  refundedTotal: string | null;
  package: { id: string; name: string; credits: string; category: string } | null;
  granted: string;
  takenBack: string;
  expiresAt: string | null;
};

/** A purchase as answers show it: money in major units of its currency, credits as decimal strings. */
export type PurchaseJson = {
  id: string;
  connection: string;
  key: string;
  number: string;
  customer: string | null;
  buyer: { externalId: string | null; email: string | null; name: string | null };
  state: PurchaseWord;
  shopStatus: string;
  dispute: string;
  currency: string | null;
  total: string;
  refunded: string;
  granted: string;
  takenBack: string;
  /** Granted less taken back. */
  credits: string;
  lines: PurchaseLineJson[];
  occurredAt: string;
  asOf: string;
  updatedAt: string;
};

/** `lines` are those of this purchase that something was booked for. */
export function purchaseJson(purchase: PurchaseRow, lines: readonly LineRow[]): PurchaseJson {
  const { snapshot, grantedMicros, takenMicros } = purchase;
  const { shopStatus, dispute, currency, total, refunded, buyer, asOf } = snapshot;
  const booked = new Map(lines.map((line) => [line.key, line]));
  const listed = new Set(snapshot.lines.map(({ key }) => key));
  return {
    id: purchase.id,
    connection: purchase.connectionId,
    key: purchase.key,
    number: purchase.number,
    customer: purchase.customer,
    buyer: { ...buyer },
    state: purchase.state,
    ...{ shopStatus, dispute, currency, total, refunded },
    granted: creditsToString(grantedMicros),
    takenBack: creditsToString(takenMicros),
    credits: creditsToString(grantedMicros - takenMicros),
    lines: [
      ...snapshot.lines.map((sold) => lineJson(sold, booked.get(sold.key))),
      ...lines.filter(({ key }) => !listed.has(key)).map(vanishedJson),
    ],
    occurredAt: purchase.occurredAt.toISOString(),
    asOf,
    updatedAt: purchase.updatedAt.toISOString(),
  };
}

/** A line that the shop lists, with what was booked for it. */
function lineJson({ key, name, product, ...sold }: ShopLine, line: LineRow | undefined): PurchaseLineJson {
  const { quantity, total, refundedTotal } = sold;
  return { key, name, product, quantity, total, refundedTotal, ...bookedJson(line) };
}

/** A line that something was booked for and the shop no longer lists. */
function vanishedJson(line: LineRow): PurchaseLineJson {
  const { key, packageName: name } = line;
  return { key, name, product: null, quantity: 0, total: null, refundedTotal: null, ...bookedJson(line) };
}

function bookedJson(line: LineRow | undefined) {
  if (!line) return { package: null, granted: "0", takenBack: "0", expiresAt: null };
  const { packageId: id, packageName: name, credits, category } = line;
  return {
    package: { id, name, credits: creditsToString(credits), category },
    granted: creditsToString(line.granted),
    takenBack: creditsToString(line.refunded + line.disputed),
    expiresAt: line.expiresAt?.toISOString() ?? null,
  };
}
