import type Stripe from "stripe";
import type { Connection } from "../connections/connection";
import type { PurchaseState } from "../core";
import type { Fold } from "../purchases/apply-purchase";
import { askForIntent, askForInvoice, askForMoney, askForSession } from "./ask-stripe";
import { stripeOf } from "./client";
import { type Facts, mergeFacts, NO_FACTS, type SaleFact } from "./facts";
import { readFacts } from "./facts-shape";
import type { Observation } from "./observe-event";
import { stateOfFacts } from "./state-of-facts";
import { askedOfStripe } from "./stripe-failure";

/**
 * Asks Stripe for everything a known purchase is made of, its sale and all that became of its money, and gives the fold
 * that adds it to what is known. Without an API key what is known stays. Throws `conflict` and `unavailable` as any
 * request to Stripe.
 */
export async function askForPurchase(
  connection: Connection,
  known: PurchaseState,
  { now }: { now: Date },
): Promise<Fold> {
  const stripe = stripeOf(connection);
  if (!stripe) return (state) => state;
  const asked = await askedOfStripe(() => factsNow(stripe, readFacts(known.facts)));
  return foldOf(connection, asked, { key: known.key, now });
}

/** Adds what Stripe itself said of a purchase to what is known of it. */
function foldOf(connection: Connection, asked: Facts, { key, now }: { key: string; now: Date }): Fold {
  const grantFree = connection.options["grantFree"] !== false;
  const about = { key, observedAt: now, confirmed: true, grantFree };
  return (state) => stateOfFacts(mergeFacts(state ? readFacts(state.facts) : NO_FACTS, asked), about);
}

/** `at` is the newest instant that is known: what is asked now is no older, and Stripe's clock is the only one. */
async function factsNow(stripe: Stripe, known: Facts): Promise<Facts> {
  const sales = Object.values(known.sales);
  const at = sales.reduce((newest, sale) => (sale.at > newest ? sale.at : newest), 0);
  const seen = await Promise.all(sales.map((sale) => saleNow(stripe, sale, at)));
  const intents = new Set(seen.flatMap(({ refs }) => refs.intent ?? []));
  const money = await Promise.all([...intents].map((intent) => askForMoney(stripe, intent, at)));
  return [...seen.map(({ told }) => told), ...money].reduce(mergeFacts, NO_FACTS);
}

function saleNow(stripe: Stripe, { kind, id }: SaleFact, at: number): Promise<Observation> {
  if (kind === "session") return askForSession(stripe, id, at);
  return kind === "invoice" ? askForInvoice(stripe, id, at) : askForIntent(stripe, id, at);
}
