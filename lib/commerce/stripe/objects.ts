import { z } from "zod";

/**
 * What is read of Stripe's objects, in the versions that endpoints may still be set to: fields that moved are looked for
 * in each of their places, and everything else is let pass. The pinned version is in `client.ts`.
 */
const idOf = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform((object) => object.id)])
  .nullish()
  .transform((id) => id ?? null);
const amount = z.int();
const text = z
  .string()
  .nullish()
  .transform((value) => value || null);
const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {});
const priceId = z.union([
  z.string(),
  z.looseObject({ id: z.string(), unit_amount: amount.nullish(), nickname: text }),
]);

export const lineItem = z.looseObject({
  id: z.string(),
  description: text,
  quantity: amount.nullish(),
  amount_total: amount,
  price: priceId.nullish(),
});

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ data: z.array(item), has_more: z.boolean().nullish() });

export const session = z.looseObject({
  object: z.literal("checkout.session"),
  id: z.string(),
  created: z.int(),
  mode: z.string(),
  status: text,
  payment_status: z.string(),
  amount_total: amount.nullish(),
  currency: text,
  client_reference_id: text,
  customer: idOf,
  customer_email: text,
  customer_details: z.looseObject({ email: text, name: text }).nullish(),
  metadata,
  payment_intent: idOf,
  subscription: idOf,
  invoice: idOf,
  line_items: listOf(lineItem).nullish(),
  livemode: z.boolean().nullish(),
});

const unitAmount = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? null : Math.round(Number(value))));

export const invoiceLine = z.looseObject({
  id: z.string(),
  description: text,
  amount,
  quantity: amount.nullish(),
  price: priceId.nullish(),
  plan: z.looseObject({ id: z.string() }).nullish(),
  proration: z.boolean().nullish(),
  metadata,
  pricing: z
    .looseObject({
      price_details: z.looseObject({ price: idOf }).nullish(),
      unit_amount_decimal: unitAmount,
    })
    .nullish(),
  parent: z
    .looseObject({
      subscription_item_details: z.looseObject({ proration: z.boolean().nullish() }).nullish(),
      invoice_item_details: z.looseObject({ proration: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
});

const subscriptionDetails = z.looseObject({ subscription: idOf, metadata }).nullish();

export const invoice = z.looseObject({
  object: z.literal("invoice"),
  id: z.string(),
  created: z.int(),
  number: text,
  status: text,
  billing_reason: text,
  currency: z.string(),
  total: amount,
  amount_due: amount.nullish(),
  customer: idOf,
  customer_email: text,
  customer_name: text,
  metadata,
  lines: listOf(invoiceLine),
  subscription: idOf,
  payment_intent: idOf,
  charge: idOf,
  parent: z.looseObject({ subscription_details: subscriptionDetails }).nullish(),
  subscription_details: z.looseObject({ metadata }).nullish(),
  payments: listOf(
    z.looseObject({ payment: z.looseObject({ payment_intent: idOf, charge: idOf }).nullish() }),
  ).nullish(),
});

export const invoicePayment = z.looseObject({
  object: z.literal("invoice_payment"),
  invoice: z.union([z.string(), z.looseObject({ id: z.string() }).transform((object) => object.id)]),
  payment: z.looseObject({ payment_intent: idOf, charge: idOf }),
});

export const paymentIntent = z.looseObject({
  object: z.literal("payment_intent"),
  id: z.string(),
  created: z.int(),
  status: z.string(),
  amount,
  amount_received: amount.nullish(),
  currency: z.string(),
  customer: idOf,
  receipt_email: text,
  metadata,
});

export const refund = z.looseObject({
  object: z.literal("refund"),
  id: z.string(),
  amount,
  currency: z.string(),
  status: text,
  charge: idOf,
  payment_intent: idOf,
});

export const charge = z.looseObject({
  object: z.literal("charge"),
  id: z.string(),
  amount,
  amount_refunded: amount,
  currency: z.string(),
  payment_intent: idOf,
  invoice: idOf,
  paid: z.boolean().nullish(),
  refunds: listOf(refund).nullish(),
});

export const dispute = z.looseObject({
  object: z.literal("dispute"),
  id: z.string(),
  amount,
  status: z.string(),
  charge: idOf,
  payment_intent: idOf,
});

export const eventEnvelope = z.looseObject({
  id: z.string().min(1).max(255),
  object: z.literal("event"),
  type: z.string().min(1).max(255),
  created: z.int().min(0).max(32_503_680_000),
  account: text,
  livemode: z.boolean(),
  data: z.looseObject({ object: z.looseObject({ object: z.string() }) }),
});

export type StripeEvent = z.output<typeof eventEnvelope>;
export type Session = z.output<typeof session>;
export type Invoice = z.output<typeof invoice>;
export type InvoiceLine = z.output<typeof invoiceLine>;
export type LineItem = z.output<typeof lineItem>;
export type Charge = z.output<typeof charge>;
export type Refund = z.output<typeof refund>;
export type Dispute = z.output<typeof dispute>;
export type PaymentIntent = z.output<typeof paymentIntent>;
export type Metadata = z.output<typeof metadata>;
