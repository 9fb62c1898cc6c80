import type { z } from "zod";
import type { Buyer } from "../core/purchase-state";
import { type Facts, NO_FACTS } from "./facts";
import {
  buyerOfSession,
  chargeFact,
  disputeFact,
  refundFact,
  saleOfIntent,
  saleOfInvoice,
  saleOfSession,
} from "./facts-of-objects";
import * as objects from "./objects";

/** What ties Stripe's objects together: the payment first, then what it was for, then whose it is. */
export type References = {
  readonly intent: string | null;
  readonly session: string | null;
  readonly invoice: string | null;
  readonly charge: string | null;
  readonly subscription: string | null;
  readonly customer: string | null;
};

export const NO_REFERENCES: References = {
  intent: null,
  session: null,
  invoice: null,
  charge: null,
  subscription: null,
  customer: null,
};

/**
 * What an event tells. `sale`: something was sold, and `key` is what its purchase is known by · `money`: money of a
 * payment moved, of whatever was sold by it · `buyer`: whose a subscription is · `nothing`: of no concern here.
 */
export type Observation = {
  readonly about: "sale" | "money" | "buyer" | "nothing";
  /** For people: "session cs_1", "refund re_1". */
  readonly subject: string;
  readonly key: string | null;
  readonly refs: References;
  readonly told: Facts;
};

/** Reads an event whose signature was found good. Throws a ZodError for one that is not of Stripe's making. */
export function observeEvent(event: objects.StripeEvent): Observation {
  const { object } = event.data;
  const { type, created: at } = event;
  if (type.startsWith("checkout.session.")) return observeSession(objects.session.parse(object), at, null);
  if (type === "invoice.paid" || type === "invoice.payment_succeeded") {
    return observeInvoice(objects.invoice.parse(object), at);
  }
  if (type === "invoice_payment.paid") return observeInvoicePayment(objects.invoicePayment.parse(object));
  if (type === "payment_intent.succeeded") return observeIntent(objects.paymentIntent.parse(object), at);
  if (type.startsWith("charge.dispute.")) {
    const reinstated = type === "charge.dispute.funds_reinstated";
    return observeDispute(objects.dispute.parse(object), at, reinstated);
  }
  if (object.object === "refund") return observeRefund(objects.refund.parse(object), at);
  if (type === "charge.refunded") return observeCharge(objects.charge.parse(object), at, null);
  return nothing(type);
}

function nothing(subject: string): Observation {
  return { about: "nothing", subject, key: null, refs: NO_REFERENCES, told: NO_FACTS };
}

/** A checkout. One for a subscription sells nothing itself, its invoices do; it tells who bought. */
export function observeSession(
  session: objects.Session,
  at: number,
  items: readonly objects.LineItem[] | null,
): Observation {
  const { id, mode, payment_intent: intent, invoice, subscription, customer } = session;
  const subject = `session ${id}`;
  const buyer = buyerOfSession(session);
  if (mode === "subscription") {
    const refs = { ...NO_REFERENCES, subscription, customer };
    return { about: "buyer", subject, key: null, refs, told: boughtBy(buyer) };
  }
  if (mode !== "payment" || session.status === "expired") return nothing(subject);
  const refs = { ...NO_REFERENCES, intent, session: id, invoice, customer };
  const sale = saleOfSession(session, at, items);
  return { about: "sale", subject, key: intent ?? id, refs, told: { ...NO_FACTS, sales: { [id]: sale } } };
}

function boughtBy(buyer: Buyer): Facts {
  return { ...NO_FACTS, buyer };
}

/** A paid invoice. One of a subscription is a purchase of its own; any other is the purchase of its payment. */
export function observeInvoice(
  invoice: objects.Invoice,
  at: number,
  lines?: readonly objects.InvoiceLine[],
): Observation {
  const { id } = invoice;
  const refs = invoiceReferences(invoice);
  const isPeriod = refs.subscription !== null || invoice.billing_reason?.startsWith("subscription") === true;
  return {
    about: "sale",
    subject: `invoice ${invoice.number ?? id}`,
    key: isPeriod ? id : (refs.intent ?? id),
    refs,
    told: { ...NO_FACTS, sales: { [id]: saleOfInvoice(invoice, at, lines) } },
  };
}

/** In today's places, else where older versions have them. */
function invoiceReferences(invoice: objects.Invoice): References {
  const paid = invoice.payments?.data[0]?.payment;
  return {
    ...NO_REFERENCES,
    intent: paid?.payment_intent ?? invoice.payment_intent,
    invoice: invoice.id,
    charge: paid?.charge ?? invoice.charge,
    subscription: invoice.parent?.subscription_details?.subscription ?? invoice.subscription,
    customer: invoice.customer,
  };
}

/** Which payment paid an invoice: later invoices no longer say it themselves. */
function observeInvoicePayment({ invoice, payment }: z.output<typeof objects.invoicePayment>): Observation {
  const { payment_intent: intent, charge } = payment;
  const refs = { ...NO_REFERENCES, intent, charge, invoice };
  return { about: "sale", subject: `invoice ${invoice}`, key: invoice, refs, told: NO_FACTS };
}

/** A payment that says itself what it sells. */
export function observeIntent(intent: z.output<typeof objects.paymentIntent>, at: number): Observation {
  const sale = saleOfIntent(intent, at);
  const subject = `payment ${intent.id}`;
  if (!sale) return nothing(subject);
  const refs = { ...NO_REFERENCES, intent: intent.id, customer: intent.customer };
  return {
    about: "sale",
    subject,
    key: intent.id,
    refs,
    told: { ...NO_FACTS, sales: { [intent.id]: sale } },
  };
}

/** A charge with what of it was refunded, and its refunds where they are known. */
export function observeCharge(
  charge: objects.Charge,
  at: number,
  refunds: readonly objects.Refund[] | null,
): Observation {
  const listed = refunds ?? charge.refunds?.data ?? [];
  const told: Facts = {
    ...NO_FACTS,
    charges: { [charge.id]: chargeFact(charge, at, refunds !== null) },
    refunds: Object.fromEntries(listed.map((each) => [each.id, refundFact(each, at)])),
  };
  const refs = {
    ...NO_REFERENCES,
    intent: charge.payment_intent,
    charge: charge.id,
    invoice: charge.invoice,
  };
  return { about: "money", subject: `charge ${charge.id}`, key: null, refs, told };
}

/** A refund by itself: created, updated or failed. */
export function observeRefund(refund: objects.Refund, at: number): Observation {
  const refs = { ...NO_REFERENCES, intent: refund.payment_intent, charge: refund.charge };
  const told = { ...NO_FACTS, refunds: { [refund.id]: refundFact(refund, at) } };
  return { about: "money", subject: `refund ${refund.id}`, key: null, refs, told };
}

/** A dispute, whatever became of it. */
export function observeDispute(dispute: objects.Dispute, at: number, reinstated = false): Observation {
  const refs = { ...NO_REFERENCES, intent: dispute.payment_intent, charge: dispute.charge };
  const told = { ...NO_FACTS, disputes: { [dispute.id]: disputeFact(dispute, at, reinstated) } };
  return { about: "money", subject: `dispute ${dispute.id}`, key: null, refs, told };
}
