import type { PurchaseState, ShopLine } from "./purchase-state";

/** One piece of "100 credits" (WooCommerce product 7), for 10.00. */
export function makeLine(over: Partial<ShopLine> = {}): ShopLine {
  return {
    key: "1",
    name: "100 credits",
    product: { kind: "woocommerce", product: 7, variation: null },
    quantity: 1,
    total: "10.00",
    refundedTotal: "0",
    refundedQuantity: 0,
    ...over,
  };
}

/** A completed order of one line, with nothing refunded or disputed. */
export function makeState(over: Partial<PurchaseState> = {}): PurchaseState {
  return {
    key: "order:1",
    number: "1",
    buyer: { externalId: "42", email: "ada@example.com", name: null },
    shopStatus: "completed",
    granting: true,
    lines: [makeLine()],
    currency: "EUR",
    total: "10.00",
    refunded: "0.00",
    refundedApart: "0",
    dispute: "none",
    disputed: null,
    asOf: "2026-11-20T10:00:00.000Z",
    observedAt: "2026-11-20T10:00:01.000Z",
    confirmed: false,
    occurredAt: "2026-11-20T10:00:00.000Z",
    facts: {},
    ...over,
  };
}
