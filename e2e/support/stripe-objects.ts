/** Stripe's objects as the API of 2026-10-28.endive writes them, as far as a till needs them. */
export type StripeObject = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly object: string;
};

const API_VERSION = "2026-10-28.endive";

let serial = 0;
/** An id as Stripe makes them. */
export function stripeId(prefix: string): string {
  serial += 1;
  return `${prefix}_${serial.toString(36).padStart(4, "0")}${Math.random().toString(36).slice(2, 14)}`;
}

type Item = {
  readonly price: string;
  readonly quantity?: number;
  readonly amount: number;
  readonly name?: string;
};

/** A line item of a checkout session; `amount` is of all its pieces. */
export function lineItem({ price, quantity = 1, amount, name = "Credits" }: Item): StripeObject {
  return {
    id: stripeId("li"),
    object: "item",
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: "usd",
    description: name,
    price: {
      ...{
        id: price,
        object: "price",
        active: true,
        billing_scheme: "per_unit",
        currency: "usd",
        livemode: false,
      },
      ...{ type: "one_time", unit_amount: Math.floor(amount / quantity), metadata: {}, nickname: null },
      ...{ unit_amount_decimal: Math.floor(amount / quantity).toString(), product: "prod_1" },
    },
    quantity,
  };
}

type Over = Readonly<Record<string, unknown>>;

/** A price of a product, once and in dollars; `amount` in cents. */
export function price({ name, amount }: { name: string; amount: number }, over: Over = {}): StripeObject {
  return {
    id: stripeId("price"),
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    currency: "usd",
    livemode: false,
    metadata: {},
    nickname: null,
    product: { id: stripeId("prod"), object: "product", active: true, name },
    recurring: null,
    type: "one_time",
    unit_amount: amount,
    unit_amount_decimal: amount.toString(),
    ...over,
  };
}

/** A paid checkout of one payment. Its line items are never in it: they have to be asked for. */
export function checkoutSession(over: Over = {}): StripeObject {
  const id = stripeId("cs_test");
  return {
    id,
    object: "checkout.session",
    after_expiration: null,
    allow_promotion_codes: null,
    amount_subtotal: 1_000,
    amount_total: 1_000,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: "https://shop.example/cancel",
    client_reference_id: null,
    created: 1_795_000_000,
    currency: "usd",
    customer: null,
    customer_creation: "if_required",
    customer_details: { address: null, email: "ada@example.com", name: "Ada", phone: null, tax_ids: [] },
    customer_email: null,
    expires_at: 1_795_086_400,
    invoice: null,
    livemode: false,
    locale: null,
    metadata: {},
    mode: "payment",
    payment_intent: stripeId("pi"),
    payment_link: null,
    payment_status: "paid",
    status: "complete",
    submit_type: null,
    subscription: null,
    success_url: "https://shop.example/thanks",
    url: null,
    ...over,
  };
}

/** A charge of a payment. */
export function charge(over: Over = {}): StripeObject {
  return {
    id: stripeId("ch"),
    object: "charge",
    amount: 1_000,
    amount_captured: 1_000,
    amount_refunded: 0,
    balance_transaction: stripeId("txn"),
    captured: true,
    created: 1_795_000_000,
    currency: "usd",
    customer: null,
    disputed: false,
    livemode: false,
    metadata: {},
    paid: true,
    payment_intent: null,
    refunded: false,
    status: "succeeded",
    ...over,
  };
}

export function refund(over: Over = {}): StripeObject {
  return {
    id: stripeId("re"),
    object: "refund",
    amount: 1_000,
    charge: null,
    created: 1_795_000_100,
    currency: "usd",
    metadata: {},
    payment_intent: null,
    reason: "requested_by_customer",
    status: "succeeded",
    ...over,
  };
}

export function dispute(over: Over = {}): StripeObject {
  return {
    id: stripeId("dp"),
    object: "dispute",
    amount: 1_000,
    charge: null,
    created: 1_795_000_200,
    currency: "usd",
    livemode: false,
    metadata: {},
    payment_intent: null,
    reason: "fraudulent",
    status: "needs_response",
    ...over,
  };
}

type InvoiceItem = Item & { readonly proration?: boolean; readonly unit?: number };

/** A line of an invoice of a subscription. `unit`: what a whole period costs, when the line is for part of one. */
export function invoiceLine({
  price,
  quantity = 1,
  amount,
  proration = false,
  unit,
}: InvoiceItem): StripeObject {
  return {
    id: stripeId("il"),
    object: "line_item",
    amount,
    currency: "usd",
    description: "1 × Pro (monthly)",
    discount_amounts: [],
    metadata: {},
    parent: {
      type: "subscription_item_details",
      subscription_item_details: { proration, subscription: "sub_1", subscription_item: "si_1" },
      invoice_item_details: null,
    },
    period: { start: 1_795_000_000, end: 1_797_592_000 },
    pricing: {
      type: "price_details",
      price_details: { price, product: "prod_1" },
      unit_amount_decimal: (unit ?? Math.floor(amount / quantity)).toString(),
    },
    quantity,
    taxes: [],
  };
}

/** A paid invoice of a subscription. What paid it is not in it unless asked for. */
export function invoice(lines: readonly StripeObject[], over: Over = {}): StripeObject {
  const total = lines.reduce((sum, line) => sum + Number(line["amount"]), 0);
  const id = stripeId("in");
  return {
    id,
    object: "invoice",
    amount_due: Math.max(total, 0),
    amount_paid: Math.max(total, 0),
    billing_reason: "subscription_cycle",
    created: 1_795_000_000,
    currency: "usd",
    customer: "cus_1",
    customer_email: "ada@example.com",
    customer_name: "Ada",
    lines: { object: "list", data: lines, has_more: false, url: `/v1/invoices/${id}/lines` },
    livemode: false,
    metadata: {},
    number: `F-${serial}`,
    parent: { type: "subscription_details", subscription_details: { metadata: {}, subscription: "sub_1" } },
    status: "paid",
    subtotal: total,
    total,
    ...over,
  };
}

/** The event of something that happened to an object. */
export function stripeEvent(type: string, object: StripeObject, over: Over = {}): StripeObject {
  return {
    id: stripeId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: 1_795_000_000,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...over,
  };
}
