import { formatMoney, parseMoney, type PurchaseState, type ShopLine } from "../core";
import type { GrantWhen } from "../connections/kinds";
import type { WooOrder, WooRefund } from "./wire";

/** Statuses of WooCommerce itself in which no order earns credits. */
const NEVER = new Set([
  "pending",
  "on-hold",
  "cancelled",
  "failed",
  "refunded",
  "trash",
  "draft",
  "auto-draft",
  "checkout-draft",
  "new",
]);

/** How an order was seen. */
export type Sight = {
  readonly grantWhen: GrantWhen;
  /** With their lines, when the shop was asked for them; null: only their sums are known, from the order. */
  readonly refunds: readonly WooRefund[] | null;
  readonly observedAt: Date;
  readonly confirmed: boolean;
};

/** The key of an order among purchases. `number` may be rewritten by plugins; the id never is. */
export function orderKey(id: number): string {
  return `order:${id}`;
}

/** An order of WooCommerce as a state of a purchase. Pure: the same order and sight are the same state. */
export function orderState(order: WooOrder, sight: Sight): PurchaseState {
  const { refunds, observedAt, confirmed } = sight;
  const status = order.status.replace(/^wc-/, "");
  const at = observedAt.toISOString();
  const { placed, apart } = placeRefunds(refunds ?? []);
  return {
    key: orderKey(order.id),
    number: String(order.number ?? order.id),
    buyer: buyerOf(order),
    shopStatus: status,
    granting: isGranting(order, status, sight.grantWhen),
    lines: (order.line_items ?? []).map((line) => lineOf(line, placed.get(line.id))),
    currency: order.currency,
    total: formatMoney(parseMoney(order.total)),
    refunded: formatMoney(refundedOf(order, status, refunds)),
    refundedApart: formatMoney(apart),
    dispute: "none",
    disputed: null,
    asOf: instantOf(order.date_modified_gmt ?? order.date_modified ?? order.date_created_gmt) ?? at,
    observedAt: at,
    confirmed,
    occurredAt: instantOf(order.date_paid_gmt ?? order.date_created_gmt) ?? at,
    facts: {},
  };
}

/**
 * What is left of an order that the shop has trashed or deleted: nothing is due. Of one that was never seen, a mark, so
 * that what was sent before and comes after does not bring it to life.
 */
export function goneState(
  known: PurchaseState | null,
  id: number,
  sight: Pick<Sight, "observedAt" | "confirmed">,
) {
  const at = sight.observedAt.toISOString();
  const gone = { shopStatus: "trash", granting: false, asOf: at, observedAt: at, confirmed: sight.confirmed };
  if (known) return { ...known, ...gone };
  const blank: PurchaseState = {
    ...{ key: orderKey(id), number: String(id), buyer: { externalId: null, email: null, name: null } },
    ...{ lines: [], currency: null, total: "0.00", refunded: "0.00", refundedApart: "0.00" },
    ...{ dispute: "none", disputed: null, occurredAt: at, facts: {} },
    ...gone,
  };
  return blank;
}

/**
 * Whether an order earns its credits. The status decides, never the dates, which WooCommerce keeps when an order goes back;
 * only for a status of a plugin's own making, such as "shipped", do they tell how far the order had come.
 */
function isGranting(order: WooOrder, status: string, grantWhen: GrantWhen): boolean {
  if (status === "completed") return true;
  if (NEVER.has(status)) return false;
  const paid = (order.date_paid_gmt ?? order.date_paid) !== null;
  if (status === "processing") return grantWhen === "processing" || (grantWhen === "paid" && paid);
  const completed = (order.date_completed_gmt ?? order.date_completed) !== null;
  return completed || (grantWhen !== "completed" && paid);
}

function buyerOf({ customer_id, billing }: WooOrder) {
  const name = [billing?.first_name, billing?.last_name].filter(Boolean).join(" ");
  return {
    externalId: customer_id ? String(customer_id) : null,
    email: billing?.email ?? null,
    name: name === "" ? null : name,
  };
}

type Placed = { money: bigint; pieces: number };

function lineOf(line: NonNullable<WooOrder["line_items"]>[number], placed: Placed | undefined): ShopLine {
  return {
    key: String(line.id),
    name: line.name ?? "",
    product: { kind: "woocommerce", product: line.product_id ?? 0, variation: line.variation_id || null },
    quantity: wholePieces(line.quantity),
    total: formatMoney(parseMoney(line.total) + parseMoney(line.total_tax)),
    refundedTotal: formatMoney(placed?.money ?? 0n),
    refundedQuantity: placed?.pieces ?? 0,
  };
}

/** Some shops sell by weight: only whole pieces earn credits. */
function wholePieces(quantity: number | null | undefined): number {
  return Math.max(0, Math.min(Math.trunc(quantity ?? 0), 1_000_000));
}

/** All that went back. An order set to refunded is refunded, also where no refund says so. */
function refundedOf(order: WooOrder, status: string, refunds: readonly WooRefund[] | null): bigint {
  const total = parseMoney(order.total);
  if (status === "refunded") return total;
  const sums = refunds
    ? refunds.map(({ amount }) => parseMoney(amount))
    : (order.refunds ?? []).map((refund) => parseMoney(refund.total));
  return sums.reduce((sum, each) => sum + (each < 0n ? -each : each), 0n);
}

/** The money and pieces of refunds that name a line, by line, and what they name beside lines. */
function placeRefunds(refunds: readonly WooRefund[]): { placed: Map<number, Placed>; apart: bigint } {
  const placed = new Map<number, Placed>();
  let apart = 0n;
  for (const line of refunds.flatMap(({ line_items }) => line_items ?? [])) {
    const item = refundedItem(line.meta_data ?? []);
    if (item === null) apart += moneyBack(line);
    else placed.set(item, together(placed.get(item), line));
  }
  for (const { shipping_lines, fee_lines } of refunds) {
    for (const other of [...(shipping_lines ?? []), ...(fee_lines ?? [])]) apart += moneyBack(other);
  }
  return { placed, apart };
}

/** Sums of refunds are negative. */
function moneyBack({ total, total_tax }: { total: string; total_tax: string }): bigint {
  return -(parseMoney(total) + parseMoney(total_tax));
}

type RefundLine = NonNullable<WooRefund["line_items"]>[number];

function together(before: Placed | undefined, line: RefundLine): Placed {
  const pieces = wholePieces(Math.abs(line.quantity ?? 0));
  return { money: (before?.money ?? 0n) + moneyBack(line), pieces: (before?.pieces ?? 0) + pieces };
}

function refundedItem(meta: readonly { key: string; value?: unknown }[]): number | null {
  const value = Number(meta.find(({ key }) => key === "_refunded_item_id")?.value ?? Number.NaN);
  return Number.isInteger(value) ? value : null;
}

/** Shops write GMT without a zone: "2026-11-20T10:00:00". */
function instantOf(text: string | null): string | null {
  if (text === null) return null;
  const at = new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
