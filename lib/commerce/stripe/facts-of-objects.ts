import type { Buyer } from "../core/purchase-state";
import type { ChargeFact, DisputeFact, RefundFact, SaleFact, SoldLine } from "./facts";
import { customerIn, lineIn } from "./metadata";
import type {
  Charge,
  Dispute,
  Invoice,
  InvoiceLine,
  LineItem,
  PaymentIntent,
  Refund,
  Session,
} from "./objects";

/** A session as a sale. `items` are its line items, all of them, when they could be fetched. */
export function saleOfSession(session: Session, at: number, items: readonly LineItem[] | null): SaleFact {
  const total = session.amount_total ?? 0;
  return {
    id: session.id,
    kind: "session",
    at,
    status: session.payment_status,
    paid: session.payment_status === "paid",
    free: session.payment_status === "no_payment_required",
    number: session.payment_intent ?? session.id,
    total,
    due: total,
    currency: session.currency ?? "usd",
    occurredAt: session.created,
    buyer: buyerOfSession(session),
    lines: linesOfSession(session, total, items),
  };
}

/** Who a session is for: the reference it was made with, else what its metadata says, else the address that was typed. */
export function buyerOfSession(session: Session): Buyer {
  return {
    externalId: session.client_reference_id ?? customerIn(session.metadata),
    email: session.customer_details?.email ?? session.customer_email,
    name: session.customer_details?.name ?? null,
  };
}

/** A package named in metadata comes before the items, since the payment intent names the same; then the items. */
function linesOfSession(
  { metadata, line_items: given }: Session,
  total: number,
  items: readonly LineItem[] | null,
): SoldLine[] | null {
  const named = lineIn(metadata, total);
  if (named?.package) return [named];
  const all = items ?? (given && !given.has_more ? given.data : null);
  if (all) return all.map(lineOfItem);
  return named ? [named] : null;
}

function lineOfItem(item: LineItem): SoldLine {
  return {
    key: item.id,
    name: item.description ?? item.id,
    price: priceIdOf(item.price),
    package: null,
    quantity: item.quantity ?? 1,
    total: item.amount_total,
    fullPrice: null,
  };
}

function priceIdOf(price: LineItem["price"]): string | null {
  return typeof price === "string" ? price : (price?.id ?? null);
}

/** A payment intent that says by its metadata what it sells; null for any other, since sessions and invoices have theirs. */
export function saleOfIntent(intent: PaymentIntent, at: number): SaleFact | null {
  const total = intent.amount_received ?? intent.amount;
  const line = lineIn(intent.metadata, total);
  if (!line) return null;
  return {
    id: intent.id,
    kind: "payment_intent",
    at,
    status: intent.status,
    paid: intent.status === "succeeded",
    free: false,
    number: intent.id,
    total,
    due: total,
    currency: intent.currency,
    occurredAt: intent.created,
    buyer: { externalId: customerIn(intent.metadata), email: intent.receipt_email, name: null },
    lines: [line],
  };
}

/** An invoice as a sale. `lines` are all of its lines when they could be fetched. */
export function saleOfInvoice(
  invoice: Invoice,
  at: number,
  lines: readonly InvoiceLine[] = invoice.lines.data,
): SaleFact {
  const paid = invoice.status === "paid";
  return {
    id: invoice.id,
    kind: "invoice",
    at,
    status: invoice.status ?? "open",
    paid: paid && invoice.total > 0,
    free: paid && invoice.total <= 0,
    number: invoice.number ?? invoice.id,
    total: invoice.total,
    due: invoice.amount_due ?? invoice.total,
    currency: invoice.currency,
    occurredAt: invoice.created,
    buyer: buyerOfInvoice(invoice),
    lines: lines.map(lineOfInvoice),
  };
}

function buyerOfInvoice(invoice: Invoice): Buyer {
  const named = [
    invoice.metadata,
    invoice.parent?.subscription_details?.metadata,
    invoice.subscription_details?.metadata,
    ...invoice.lines.data.map((line) => line.metadata),
  ];
  return {
    externalId: named.map((each) => each && customerIn(each)).find(Boolean) ?? null,
    email: invoice.customer_email,
    name: invoice.customer_name,
  };
}

function lineOfInvoice(line: InvoiceLine): SoldLine {
  const named = lineIn(line.metadata, line.amount);
  const quantity = line.quantity ?? 1;
  const unit = unitPriceOf(line);
  return {
    key: line.id,
    name: line.description ?? line.id,
    price: priceOfInvoiceLine(line),
    package: named?.package ?? null,
    quantity,
    total: line.amount,
    fullPrice: isProration(line) && unit !== null ? unit * quantity : null,
  };
}

/** In today's place, else where older versions have it. */
function priceOfInvoiceLine({ pricing, price, plan }: InvoiceLine): string | null {
  return pricing?.price_details?.price ?? priceIdOf(price) ?? plan?.id ?? null;
}

function isProration({ proration, parent }: InvoiceLine): boolean {
  return [
    proration,
    parent?.subscription_item_details?.proration,
    parent?.invoice_item_details?.proration,
  ].includes(true);
}

/** Of a whole period, in the smallest unit. A proration that does not say counts its own amount. */
function unitPriceOf({ pricing, price, amount, quantity }: InvoiceLine): number | null {
  const said =
    (typeof price === "object" ? price?.unit_amount : null) ?? pricing?.unit_amount_decimal ?? null;
  if (said !== null) return said;
  return amount > 0 ? Math.ceil(amount / (quantity || 1)) : null;
}

/** `exact`: all its refunds are known one by one. */
export function chargeFact(charge: Charge, at: number, exact: boolean): ChargeFact {
  const { id, amount, amount_refunded: refunded, currency } = charge;
  return { id, at, amount, refunded, currency, exact };
}

/** A refund, and whether its money came back. */
export function refundFact(refund: Refund, at: number): RefundFact {
  return { id: refund.id, at, amount: refund.amount, undone: isUndone(refund) };
}

function isUndone({ status }: Refund): boolean {
  return status === "failed" || status === "canceled";
}

/**
 * Where a dispute stands. An inquiry (`warning_…`) and one that was prevented move no money; an appeal is open again.
 * `reinstated`: the event says that the money came back.
 */
export function disputeFact(dispute: Dispute, at: number, reinstated = false): DisputeFact {
  return { id: dispute.id, at, amount: dispute.amount, standing: standingOf(dispute.status, reinstated) };
}

function standingOf(status: string, reinstated: boolean): DisputeFact["standing"] {
  if (status === "lost") return "lost";
  if (status === "won" || reinstated) return "won";
  return status.startsWith("warning_") || status === "prevented" ? "none" : "open";
}
