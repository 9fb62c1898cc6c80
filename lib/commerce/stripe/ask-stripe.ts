import type Stripe from "stripe";
import type { z } from "zod";
import { mergeFacts, NO_FACTS, type Facts } from "./facts";
import * as objects from "./objects";
import {
  observeCharge,
  observeDispute,
  observeIntent,
  observeInvoice,
  observeRefund,
  observeSession,
  type Observation,
} from "./observe-event";

/** A list is read so far: no payment has more refunds, and no basket more lines. */
const MOST = 1_000;
const PAGE = 100;

/** A session as it stands, with all its line items. `at`: no older than the event that made us ask. */
export async function askForSession(stripe: Stripe, id: string, at: number): Promise<Observation> {
  const [session, items] = await Promise.all([
    stripe.checkout.sessions.retrieve(id),
    stripe.checkout.sessions.listLineItems(id, { limit: PAGE }).autoPagingToArray({ limit: MOST }),
  ]);
  const read = items.map((item) => plain(objects.lineItem, item));
  return observeSession(plain(objects.session, session), at, read);
}

/** An invoice as it stands, with all its lines, what paid it, and who its subscription was bought by. */
export async function askForInvoice(stripe: Stripe, id: string, at: number): Promise<Observation> {
  const [invoice, lines] = await Promise.all([
    stripe.invoices.retrieve(id, { expand: ["payments"] }),
    stripe.invoices.listLineItems(id, { limit: PAGE }).autoPagingToArray({ limit: MOST }),
  ]);
  const read = lines.map((line) => plain(objects.invoiceLine, line));
  const seen = observeInvoice(plain(objects.invoice, invoice), at, read);
  const buyer = seen.refs.subscription ? await buyerOfSubscription(stripe, seen.refs.subscription) : null;
  return { ...seen, told: { ...seen.told, buyer } };
}

/** The checkout that began a subscription knows the merchant's customer; its invoices may not. */
async function buyerOfSubscription(stripe: Stripe, subscription: string): Promise<Facts["buyer"]> {
  const { data } = await stripe.checkout.sessions.list({ subscription, limit: 1 });
  const [session] = data;
  return session ? observeSession(plain(objects.session, session), 0, null).told.buyer : null;
}

/** A payment intent as it stands. */
export async function askForIntent(stripe: Stripe, id: string, at: number): Promise<Observation> {
  return observeIntent(plain(objects.paymentIntent, await stripe.paymentIntents.retrieve(id)), at);
}

/** Everything that became of the money of a payment: its charges, each refund, each dispute. */
export async function askForMoney(stripe: Stripe, paymentIntent: string, at: number): Promise<Facts> {
  const of = { payment_intent: paymentIntent, limit: PAGE };
  const [charges, refunds, disputes] = await Promise.all([
    stripe.charges.list(of).autoPagingToArray({ limit: MOST }),
    stripe.refunds.list(of).autoPagingToArray({ limit: MOST }),
    stripe.disputes.list(of).autoPagingToArray({ limit: MOST }),
  ]);
  const listed = refunds.map((refund) => plain(objects.refund, refund));
  const seen = [
    ...charges.map((charge) => observeCharge(plain(objects.charge, charge), at, listed)),
    ...listed.map((refund) => observeRefund(refund, at)),
    ...disputes.map((dispute) => observeDispute(plain(objects.dispute, dispute), at)),
  ];
  return seen.reduce((sum, { told }) => mergeFacts(sum, told), NO_FACTS);
}

/** The invoice that a payment paid; null when it paid none. */
export async function askForInvoiceOf(stripe: Stripe, paymentIntent: string): Promise<string | null> {
  const { data } = await stripe.invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: paymentIntent },
    limit: 1,
  });
  const invoice = data[0]?.invoice;
  return typeof invoice === "string" ? invoice : (invoice?.id ?? null);
}

/** Stripe's library answers in objects of its own: read as the JSON they came from. */
export function plain<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  return schema.parse(JSON.parse(JSON.stringify(answer)));
}
