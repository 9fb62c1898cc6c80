import { readSql } from "@/lib/db";
import { prepareJobs } from "@/lib/jobs";
import { newId } from "@/lib/kernel/ids";
import { type DeliveryWithBody, findDelivery, keepDelivery } from "../inbox/deliveries.repo";
import { processDelivery } from "../inbox/process-delivery";
import { PROCESS_DELIVERY } from "../inbox/receive-delivery";
import { stripeOf } from "../stripe/client";
import type { Compared, Difference, Reconciling } from "./reconciler";

/** Every event that can move credits (`../shared/commerce.md` §2.3). */
const TYPES = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "invoice.paid",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.closed",
  "charge.dispute.funds_reinstated",
];
const PAGE_SIZE = 100;
/** Stripe keeps events for thirty days. */
const KEPT_MILLIS = 29 * 86_400_000;

/**
 * Looks through a Stripe account's own list of events since an instant: those that never reached us go into the inbox as if
 * they just had, and are worked on like any other, which asks Stripe for the present state.
 */
export async function* reconcileAccount({ connection, since, clock }: Reconciling): AsyncGenerator<Compared> {
  const stripe = stripeOf(connection);
  if (!stripe) return;
  await prepareJobs();
  const now = clock();
  const from = new Date(Math.max(since.getTime(), now.getTime() - KEPT_MILLIS));
  let after: string | undefined;
  do {
    const page = await stripe.events.list({
      types: TYPES,
      limit: PAGE_SIZE,
      created: { gte: Math.floor(from.getTime() / 1_000) },
      ...(after === undefined ? {} : { starting_after: after }),
    });
    const differences: Difference[] = [];
    for (const event of page.data) {
      const found = await takeIn({ connection, since, clock }, event);
      if (found) differences.push(found);
    }
    yield { compared: page.data.length, differences };
    after = page.has_more ? page.data.at(-1)?.id : undefined;
  } while (after !== undefined);
}

type Event = { readonly id: string; readonly type: string };

/** What is known already is left alone, whatever became of it. */
async function takeIn({ connection, clock }: Reconciling, event: Event): Promise<Difference | null> {
  const { merchantId, id: connectionId } = connection;
  const now = clock();
  const made = {
    ...{ merchantId, id: newId(now), connectionId, externalId: event.id, topic: event.type, subject: null },
    ...{ body: Buffer.from(JSON.stringify(event)), headers: { source: "reconciliation" }, receivedAt: now },
  };
  const kept = await keepDelivery(readSql(), { ...made, job: PROCESS_DELIVERY });
  if (kept.id !== made.id) return null;
  await processDelivery({ merchantId, id: kept.id }, clock);
  return described(event, await findDelivery({ merchantId, id: kept.id }));
}

function described(event: Event, delivery: DeliveryWithBody | null): Difference {
  const detail = `Its ${event.type} had not reached us. ${delivery?.outcome ?? delivery?.error ?? ""}`;
  return {
    purchaseId: delivery?.purchaseId ?? null,
    key: event.id,
    number: delivery?.subject ?? event.id,
    kind: "missing",
    detail: detail.trim(),
    repaired: delivery?.state === "done",
  };
}
