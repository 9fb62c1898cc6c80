import type { Buyer } from "../core/purchase-state";

/** One line of a sale. Amounts are in the currency's smallest unit, as Stripe counts. */
export type SoldLine = {
  readonly key: string;
  readonly name: string;
  readonly price: string | null;
  /** The package our own checkout sold, by its id; it comes before the price. */
  readonly package: string | null;
  readonly quantity: number;
  readonly total: number;
  /** Of a line that charges part of a period: what the whole period would cost. Null: it is charged in full. */
  readonly fullPrice: number | null;
};

/** What sells: a checkout session, an invoice, or a payment intent of ours. */
export type SaleFact = {
  readonly id: string;
  readonly kind: "session" | "invoice" | "payment_intent";
  readonly at: number;
  readonly status: string;
  readonly paid: boolean;
  /** Nothing had to be paid. */
  readonly free: boolean;
  readonly number: string;
  readonly total: number;
  /** What of it was left to pay after credit the customer had with the account. */
  readonly due: number;
  readonly currency: string;
  readonly occurredAt: number;
  readonly buyer: Buyer;
  /** Null: not known, because events do not carry the lines of a session. */
  readonly lines: readonly SoldLine[] | null;
};

/** `exact`: its refunds were listed with it, so that they are known one by one. */
export type ChargeFact = {
  readonly id: string;
  readonly at: number;
  readonly amount: number;
  readonly refunded: number;
  readonly currency: string;
  readonly exact: boolean;
};

export type RefundFact = {
  readonly id: string;
  readonly at: number;
  readonly amount: number;
  /** Failed or cancelled: the money is back. */
  readonly undone: boolean;
};

export type DisputeFact = {
  readonly id: string;
  readonly at: number;
  readonly amount: number;
  readonly standing: "none" | "open" | "won" | "lost";
};

/**
 * What is known of one payment, each thing at its latest instant (seconds of Stripe's clock). Facts only ever grow
 * newer, so that events may come twice and in any order: whatever order they are put together in, the same is known.
 */
export type Facts = {
  readonly sales: Readonly<Record<string, SaleFact>>;
  readonly charges: Readonly<Record<string, ChargeFact>>;
  readonly refunds: Readonly<Record<string, RefundFact>>;
  readonly disputes: Readonly<Record<string, DisputeFact>>;
  /** Who bought, as a subscription or an earlier purchase of the same Stripe customer tells; sales come first. */
  readonly buyer: Buyer | null;
  /** The sale whose lines were granted: it stays the one, though another may tell the same. */
  readonly chosen: string | null;
};

export const NO_FACTS: Facts = {
  sales: {},
  charges: {},
  refunds: {},
  disputes: {},
  buyer: null,
  chosen: null,
};

/** Both together, the newer of each thing. Commutative, associative, and the same again changes nothing. */
export function mergeFacts(known: Facts, told: Facts): Facts {
  return {
    sales: mergeEach(known.sales, told.sales, newerSale),
    charges: mergeEach(known.charges, told.charges, newerCharge),
    refunds: mergeEach(known.refunds, told.refunds, newerRefund),
    disputes: mergeEach(known.disputes, told.disputes, newerDispute),
    buyer: betterBuyer(known.buyer, told.buyer),
    chosen: known.chosen ?? told.chosen,
  };
}

function mergeEach<Fact>(
  known: Readonly<Record<string, Fact>>,
  told: Readonly<Record<string, Fact>>,
  newer: (a: Fact, b: Fact) => Fact,
): Record<string, Fact> {
  const merged = new Map(Object.entries(known));
  for (const [id, fact] of Object.entries(told)) {
    const before = merged.get(id);
    merged.set(id, before === undefined ? fact : newer(before, fact));
  }
  return Object.fromEntries(merged);
}

/** Of one second, the one that is further: paid before unpaid. Lines once known stay known. */
function newerSale(a: SaleFact, b: SaleFact): SaleFact {
  const [older, newer] = sorted(a, b, (sale) => (sale.paid || sale.free ? 1 : 0));
  return {
    ...newer,
    lines: newer.lines ?? older.lines,
    buyer: betterBuyer(newer.buyer, older.buyer) ?? newer.buyer,
  };
}

/** Of one second, the larger refund: refunds of a charge add up. What was put together exactly comes before. */
function newerCharge(a: ChargeFact, b: ChargeFact): ChargeFact {
  return sorted(a, b, (charge) => (charge.exact ? Number.MAX_SAFE_INTEGER : charge.refunded))[1];
}

function newerRefund(a: RefundFact, b: RefundFact): RefundFact {
  return sorted(a, b, (refund) => (refund.undone ? 1 : 0))[1];
}

const STANDINGS = ["none", "open", "lost", "won"];

function newerDispute(a: DisputeFact, b: DisputeFact): DisputeFact {
  return sorted(a, b, (dispute) => STANDINGS.indexOf(dispute.standing))[1];
}

/** The older first, by instant, then by how far each is; of two equals, by their text, so that order never matters. */
function sorted<Fact extends { readonly at: number }>(
  a: Fact,
  b: Fact,
  progress: (fact: Fact) => number,
): [Fact, Fact] {
  const order = a.at - b.at || progress(a) - progress(b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return order <= 0 ? [a, b] : [b, a];
}

/** The one that names the customer; an address alone is better than nobody. */
function betterBuyer(a: Buyer | null, b: Buyer | null): Buyer | null {
  const rank = (buyer: Buyer | null) => (buyer?.externalId ? 2 : buyer?.email ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  return JSON.stringify(a) <= JSON.stringify(b) ? (a ?? b) : (b ?? a);
}
