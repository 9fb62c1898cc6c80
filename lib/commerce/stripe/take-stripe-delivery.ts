import { AppError } from "@/lib/kernel/errors";
import { type DeliveryResult, DeliveryRefused, type DeliveryWork } from "../inbox/take-delivery";
import type { AppliedPurchase } from "../purchases/apply-purchase";
import { applyFacts } from "./apply-facts";
import { askAboutMoney, askAboutSale } from "./ask-about";
import { livemodeOf, stripeOf } from "./client";
import { eventEnvelope, type StripeEvent } from "./objects";
import { observeEvent, type Observation } from "./observe-event";
import { settleLinks, type Settled } from "./settle-links";

/**
 * Works on one event of Stripe. The event is a hint: with an API key the payment is asked for as it stands now, and the
 * event's own payload counts as far as it goes when there is no key, or no answer. Facts of one payment come together
 * whatever their order (`settleLinks`), and credits follow from them alone.
 */
export async function takeStripeDelivery(work: DeliveryWork): Promise<DeliveryResult> {
  const event = readEvent(work.delivery.body);
  const live = livemodeOf(work.connection);
  if (live !== null && live !== event.livemode) {
    return { outcome: `Ignored: a ${event.livemode ? "live" : "test"} event.`, purchaseId: null };
  }
  const told = observed(event);
  const { subject } = told;
  if (told.about === "nothing") {
    return { outcome: `Ignored: ${event.type} moves no credits here.`, purchaseId: null, subject };
  }
  const { seen, settled, confirmed, problem } = await learn(work, told, event.created);
  const applied = await applyFacts(work.connection, settled, { confirmed, now: work.now });
  // Without its lines a sale grants nothing: only Stripe can tell them, so it is asked again until it answers.
  if (problem !== null && lacksLines(seen)) throw new AppError("unavailable", problem);
  const result = { ...described(seen, applied), subject };
  return problem === null ? result : { ...result, unconfirmed: problem };
}

function readEvent(body: Uint8Array): StripeEvent {
  const parsed = eventEnvelope.safeParse(JSON.parse(Buffer.from(body).toString("utf8")));
  if (!parsed.success) throw new DeliveryRefused("This is not an event that Stripe sends.");
  return parsed.data;
}

function observed(event: StripeEvent): Observation {
  try {
    return observeEvent(event);
  } catch {
    throw new DeliveryRefused(`This ${event.type} lacks what every such event has.`);
  }
}

type Learned = {
  readonly seen: Observation;
  readonly settled: Settled;
  readonly confirmed: boolean;
  readonly problem: string | null;
};

async function learn({ connection, now }: DeliveryWork, told: Observation, at: number): Promise<Learned> {
  const scope = { merchantId: connection.merchantId, connectionId: connection.id };
  const stripe = stripeOf(connection);
  if (told.about === "sale") {
    const { known, ...how } = await askAboutSale(stripe, told, at);
    return { seen: known, settled: await settleLinks(scope, known, now), ...how };
  }
  const settled = await settleLinks(scope, told, now);
  if (!stripe || told.about !== "money") return { seen: told, settled, confirmed: false, problem: null };
  const { known, ...how } = await askAboutMoney(stripe, scope, { seen: told, settled, at, now });
  return { seen: told, settled: known, ...how };
}

function lacksLines({ told }: Observation): boolean {
  const sales = Object.values(told.sales);
  return sales.length > 0 && sales.every((sale) => sale.lines === null);
}

function described(seen: Observation, applied: readonly AppliedPurchase[]): DeliveryResult {
  const known = applied.filter((each) => each.purchaseId !== null);
  const [first] = known;
  if (!first) {
    const why =
      seen.about === "sale"
        ? "Kept: nothing was sold by it yet."
        : "Kept: nothing that sells credits is known of this payment yet.";
    return { outcome: why, purchaseId: null };
  }
  const { purchaseId } = first;
  if (lacksLines(seen)) {
    const outcome = "What was bought is not in the event, and this connection has no API key to ask with.";
    return { outcome, purchaseId };
  }
  const moves = known.reduce((sum, each) => sum + each.moves, 0);
  return {
    outcome: moves > 0 ? `Booked: ${first.booked} credits.` : OUTCOMES[first.word ?? "pending"],
    purchaseId,
  };
}

/** Where a purchase stands when nothing was booked. */
const OUTCOMES = {
  pending: "Noted: no credits are due yet.",
  waiting: "Waiting: nobody is known to have bought it.",
  unmatched: "Unmatched: no package is sold by this price.",
  granted: "Nothing to do: it was granted.",
  partly_refunded: "Nothing to do: it is booked.",
  refunded: "Nothing to do: it is booked.",
  disputed: "Nothing to do: it is booked.",
} as const satisfies Record<NonNullable<AppliedPurchase["word"]>, string>;
