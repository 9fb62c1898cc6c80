import type { PurchaseWord } from "./purchase-word";

/**
 * Where an order stands, as its buyer is told. `open`: the shop has not said yet that credits are due · `dead`: it will
 * not · then what was booked.
 */
export type OrderStanding = "open" | "dead" | "granted" | "partly_refunded" | "refunded" | "disputed";

/** Statuses of WooCommerce, and of Stripe's payments and invoices, after which nothing more comes. */
const DEAD = new Set(["cancelled", "failed", "trash", "checkout-draft", "canceled", "void", "uncollectible"]);

/** Says it from our word for the purchase and the shop's. */
export function orderStanding(word: PurchaseWord, shopStatus: string): OrderStanding {
  if (word !== "pending" && word !== "waiting" && word !== "unmatched") return word;
  return DEAD.has(shopStatus) ? "dead" : "open";
}
