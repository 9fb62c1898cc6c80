import { createHmac } from "node:crypto";

/** An order of the demo's WooCommerce shop, as it stands at one instant. */
export type ShopOrder = {
  readonly id: number;
  readonly status: "completed" | "processing";
  readonly product: number;
  readonly productName: string;
  readonly total: string;
  /** Sum that was sent back; null: nothing. */
  readonly refunded: string | null;
  /** The shop's number of the buyer; 0 is a guest of the shop. */
  readonly customer: number;
  readonly name: string;
  readonly email: string;
  readonly placedAt: Date;
  readonly changedAt: Date;
};

/** A webhook request, before it is sent. */
export type WireRequest = { readonly headers: Record<string, string>; readonly body: Buffer };

/** An order as WooCommerce's webhooks send it, signed as its `WC_Webhook` does. */
export function wooWebhook(order: ShopOrder, secret: string): WireRequest {
  const [first = "", ...last] = order.name.split(" ");
  const [placed, changed] = [gmt(order.placedAt), gmt(order.changedAt)];
  const body = Buffer.from(
    JSON.stringify({
      id: order.id,
      number: String(order.id),
      status: order.status,
      currency: "EUR",
      total: order.total,
      customer_id: order.customer,
      billing: { first_name: first, last_name: last.join(" "), email: order.email },
      line_items: [
        {
          id: order.id * 10,
          name: order.productName,
          product_id: order.product,
          variation_id: 0,
          quantity: 1,
          total: order.total,
          total_tax: "0.00",
        },
      ],
      refunds: order.refunded === null ? [] : [{ id: order.id * 10 + 1, total: `-${order.refunded}` }],
      date_created_gmt: placed,
      date_modified_gmt: changed,
      date_paid_gmt: placed,
      date_completed_gmt: order.status === "completed" ? placed : null,
    }),
  );
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  const headers = {
    "content-type": "application/json",
    "user-agent": "WooCommerce/10.3 Hookshot (WordPress/6.9)",
    "x-wc-webhook-source": "https://tarnwater.example/",
    "x-wc-webhook-topic": "order.updated",
    "x-wc-webhook-signature": signature,
  };
  return { headers, body };
}

/** An event of Stripe, signed as Stripe signs: HMAC-SHA-256 over "seconds.body". */
export function stripeWebhook(
  { id, type, object, at }: { id: string; type: string; object: object; at: Date },
  secret: string,
): WireRequest {
  const created = Math.floor(at.getTime() / 1_000);
  const event = { id, object: "event", type, created, livemode: false, data: { object } };
  const body = Buffer.from(JSON.stringify(event));
  const signature = createHmac("sha256", secret).update(`${created}.`).update(body).digest("hex");
  const headers = { "content-type": "application/json", "stripe-signature": `t=${created},v1=${signature}` };
  return { headers, body };
}

/** Shops write GMT without a zone, to the second. */
function gmt(at: Date): string {
  return at.toISOString().slice(0, 19);
}
