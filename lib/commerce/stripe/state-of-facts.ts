import type { Buyer, Dispute, PurchaseState, ShopLine } from "../core/purchase-state";
import { majorUnits } from "./amount";
import type { Facts, SaleFact, SoldLine } from "./facts";

type About = {
  readonly key: string;
  /** When this was learned, and whether Stripe itself was asked. */
  readonly observedAt: Date;
  readonly confirmed: boolean;
  /** Whether what cost nothing (a coupon of 100%) is granted. */
  readonly grantFree: boolean;
};

/**
 * What the facts come to as the state of one purchase; null while nothing is known to have been sold, so that a refund
 * of something else in the same account makes no purchase. Credits are due once the sale is paid. Refunds are what the
 * charges say, less those that failed since, and never less than the refunds that are known one by one.
 */
export function stateOfFacts(facts: Facts, about: About): PurchaseState | null {
  const sale = saleOf(facts);
  if (!sale) return null;
  const money = moneyOf(facts, sale);
  const { lines, apart } = linesOf(sale);
  const granting = sale.paid || (sale.free && about.grantFree);
  const contested = contestOf(facts, money.total);
  const major = (amount: number) => majorUnits(amount, sale.currency);
  return {
    key: about.key,
    number: sale.number,
    buyer: buyerOf(facts, sale),
    shopStatus: sale.status,
    granting,
    lines,
    currency: sale.currency.toUpperCase(),
    total: major(money.total),
    refunded: major(money.refunded),
    refundedApart: apart === 0 ? "0" : major(-apart),
    dispute: contested.dispute,
    disputed: contested.amount === null ? null : major(contested.amount),
    asOf: instantOf(latest(facts)),
    observedAt: about.observedAt.toISOString(),
    confirmed: about.confirmed,
    occurredAt: instantOf(sale.occurredAt),
    facts: { ...facts, chosen: granting && sale.lines ? sale.id : facts.chosen },
  };
}

const KINDS = ["session", "payment_intent", "invoice"];

/** The sale that tells what was bought: the one that was granted, else one with lines, a paid one, a session first. */
function saleOf({ sales, chosen }: Facts): SaleFact | null {
  const granted = chosen === null ? undefined : sales[chosen];
  if (granted) return granted;
  const rank = (sale: SaleFact) =>
    (sale.lines ? 100 : 0) + (sale.paid || sale.free ? 10 : 0) - KINDS.indexOf(sale.kind);
  const ranked = Object.values(sales).sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  return ranked[0] ?? null;
}

/** The customer as any of the sales or the subscription names them; an address only when nobody does. */
function buyerOf({ sales, buyer }: Facts, sale: SaleFact): Buyer {
  const all = [sale.buyer, ...Object.values(sales).map((each) => each.buyer), ...(buyer ? [buyer] : [])];
  const named = all.find((each) => each.externalId !== null)?.externalId ?? null;
  const email = all.find((each) => each.email !== null)?.email ?? null;
  const name = all.find((each) => each.name !== null)?.name ?? null;
  return { externalId: named, email, name };
}

/** What was charged and what of it went back. */
function moneyOf(facts: Facts, sale: SaleFact): { total: number; refunded: number } {
  const paid = Object.values(facts.charges).reduce((most, { amount }) => (amount > most ? amount : most), 0);
  const known = Object.values(facts.refunds).filter((refund) => !refund.undone);
  const one = known.reduce((sum, refund) => sum + refund.amount, 0);
  const told = toldRefunded(facts);
  return { total: paid > 0 ? paid : sale.total, refunded: told > one ? told : one };
}

/**
 * What charges say was refunded, less the refunds that failed no earlier than they said so. A charge whose refunds were
 * listed says nothing of its own: they are known one by one.
 */
function toldRefunded({ charges, refunds }: Facts): number {
  const telling = Object.values(charges).filter((charge) => !charge.exact);
  const newest = telling.reduce((at, charge) => (charge.at > at ? charge.at : at), 0);
  const all = telling.reduce((sum, charge) => sum + charge.refunded, 0);
  const failed = Object.values(refunds).filter((refund) => refund.undone && refund.at >= newest);
  return all - failed.reduce((sum, refund) => sum + refund.amount, 0);
}

/** Open and lost disputes keep their money; one that was won, or an inquiry, keeps none. */
function contestOf(facts: Facts, total: number): { dispute: Dispute; amount: number | null } {
  const disputes = Object.values(facts.disputes);
  const against = disputes.filter(({ standing }) => standing === "open" || standing === "lost");
  if (against.length === 0) {
    const won = disputes.some(({ standing }) => standing === "won");
    return { dispute: won ? "won" : "none", amount: null };
  }
  const amount = against.reduce((sum, dispute) => sum + dispute.amount, 0);
  const dispute = against.some(({ standing }) => standing === "open") ? "open" : "lost";
  return { dispute, amount: amount >= total ? null : amount };
}

/**
 * The lines that give credits. A line for part of a period (a plan changed in its middle) gives the share that was
 * paid for: what the new part costs less what the old one gave back, in the price of a whole period. `apart` is the
 * sum of those shares that were not paid, which is no refund of money.
 */
function linesOf(sale: SaleFact): { lines: ShopLine[]; apart: number } {
  const sold = sale.lines ?? [];
  const parts = sold.filter((line) => line.fullPrice !== null);
  const charged = parts.reduce((sum, line) => sum + (line.total > 0 ? line.total : 0), 0);
  const net = parts.reduce((sum, line) => sum + line.total, 0);
  const paidFor = net > sale.due ? sale.due : net;
  let apart = 0;
  const lines = sold.filter(givesCredits(sale)).map((line): ShopLine => {
    const missing = line.fullPrice === null ? 0 : unpaidPart(line, { net: paidFor, charged });
    apart += missing;
    return {
      key: line.key,
      name: line.name,
      product: line.package
        ? { kind: "package", package: line.package }
        : { kind: "stripe", price: line.price ?? "" },
      quantity: line.quantity,
      total: majorUnits(line.fullPrice ?? line.total, sale.currency),
      refundedTotal: missing === 0 ? "0" : majorUnits(missing, sale.currency),
      refundedQuantity: 0,
    };
  });
  return { lines, apart };
}

/** A line of an invoice that costs nothing is a trial, and one below nothing gives money back: neither sells. */
function givesCredits(sale: SaleFact): (line: SoldLine) => boolean {
  return (line) => line.quantity > 0 && (sale.kind !== "invoice" || line.total > 0);
}

function unpaidPart(line: SoldLine, { net, charged }: { net: number; charged: number }): number {
  const full = BigInt(line.fullPrice ?? 0);
  if (net <= 0 || charged <= 0) return Number(full);
  const paid = (BigInt(line.total) * BigInt(net)) / BigInt(charged);
  return paid >= full ? 0 : Number(full - paid);
}

function latest(facts: Facts): number {
  const all = [facts.sales, facts.charges, facts.refunds, facts.disputes].flatMap((each) =>
    Object.values<{ readonly at: number }>(each),
  );
  return all.reduce((at, fact) => (fact.at > at ? fact.at : at), 0);
}

function instantOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
