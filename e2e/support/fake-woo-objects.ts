type FakeLine = {
  id: number;
  product_id: number;
  variation_id: number;
  quantity: number;
  total: string;
};
export type FakeRefundLine = { item: number; quantity: number; total: string };
type FakeRefund = { id: number; amount: string; lines: readonly FakeRefundLine[] };
export type FakeOrder = {
  id: number;
  number: string;
  status: string;
  total: string;
  customerId: number;
  email: string;
  lines: FakeLine[];
  refunds: FakeRefund[];
  /** Seconds since the shop opened: its clock, as orders show it. */
  modified: number;
  paid: boolean;
  completed: boolean;
};
export type FakeWebhook = {
  id: number;
  topic: string;
  status: string;
  delivery_url: string;
  secret: string;
  name: string;
};

/** When the shop opened: its clock begins here. */
export const OPENED = Date.UTC(2026, 10, 20, 10, 0, 0);

/** An order as REST and webhooks show it. */
export function orderPayload(order: FakeOrder): Record<string, unknown> {
  const at = gmt(order.modified);
  return {
    id: order.id,
    parent_id: 0,
    status: order.status,
    currency: "EUR",
    total: order.total,
    customer_id: order.customerId,
    billing: { first_name: "Ada", last_name: "Lovelacé", company: "", email: order.email, phone: "" },
    date_completed: order.completed ? at : null,
    date_paid: order.paid ? at : null,
    number: order.number,
    meta_data: [],
    line_items: order.lines.map((line) => ({
      ...line,
      name: "Credits / 100 \u2013 pack",
      total_tax: "0.00",
      taxes: [],
      sku: null,
      price: Number(line.total) / (line.quantity || 1),
      meta_data: [],
    })),
    refunds: order.refunds.map(({ id, amount }) => ({ id, reason: "", total: `-${amount}` })),
    date_created_gmt: gmt(0),
    date_modified_gmt: at,
    date_completed_gmt: order.completed ? at : null,
    date_paid_gmt: order.paid ? at : null,
    currency_symbol: "\u20ac",
  };
}

/** A refund as REST shows it. */
export function refundPayload({ id, amount, lines }: FakeRefund) {
  return {
    id,
    amount,
    reason: "",
    line_items: lines.map(({ item, quantity, total }) => ({
      id: item + 1,
      quantity: -quantity,
      total: `-${total}`,
      total_tax: "0.00",
      meta_data: [{ id: 1, key: "_refunded_item_id", value: String(item) }],
    })),
    shipping_lines: [],
    fee_lines: [],
  };
}

function gmt(seconds: number): string {
  return new Date(OPENED + seconds * 1_000).toISOString().slice(0, 19);
}
