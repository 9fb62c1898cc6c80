import type { z } from "zod";
import { readSql } from "@/lib/db";
import { noteProblem } from "../connections/connections.repo";
import { DeliveryRefused, type DeliveryResult, type DeliveryWork } from "../inbox/take-delivery";
import { type AppliedPurchase, applyPurchase, type Fold, wholeState } from "../purchases/apply-purchase";
import { askOrder, shopOf } from "./ask-order";
import { goneState, orderKey, orderState } from "./order-state";
import { ShopUnreachable } from "./request-shop";
import { ShopRefusal } from "./shop";
import { wooAction, wooDeleted, wooError, wooOrder } from "./wire";

/** A shop that did not answer a moment ago is not waited for again by each of a thousand deliveries. */
const DOWN_MILLIS = 30_000;

/** What a delivery is about: an order, and what it says of it itself, if anything. */
type Hint = { readonly id: number; readonly number: string; readonly fold: Fold | null };

/**
 * A webhook of WooCommerce is a hint that an order has changed: with REST keys the order is asked for, without them the
 * snapshot that was sent counts. When the shop cannot be asked, its snapshot is applied all the same and confirmed
 * later. Created, updated and restored are one; deleted means trashed. What is no order is left alone.
 */
export async function takeWooDelivery(work: DeliveryWork): Promise<DeliveryResult> {
  const { connection, delivery, now } = work;
  const hint = await hintOf(work);
  if (!hint) return { outcome: `Nothing to do for "${delivery.topic}".`, purchaseId: null };
  const { fold, unconfirmed } = await presentWord(work, hint);
  if (!fold) throw new DeliveryRefused("It names an order, and the shop could not be asked about it.");
  const { merchantId } = connection;
  const actor = { kind: "webhook", id: connection.id, label: connection.name } as const;
  const applied = await applyPurchase({ merchantId, actor, now }, connection, {
    key: orderKey(hint.id),
    fold,
  });
  const subject = `order ${hint.number}`;
  const result = { outcome: outcomeOf(applied), purchaseId: applied.purchaseId, subject };
  return unconfirmed === null ? result : { ...result, unconfirmed };
}

async function hintOf(work: DeliveryWork): Promise<Hint | null> {
  const { connection, delivery } = work;
  const { topic } = delivery;
  const body = bodyOf(delivery.body);
  if (topic.startsWith("action.")) {
    const action = wooAction.safeParse(body);
    const ofOrder = action.success && action.data.action.includes("order");
    return ofOrder ? { id: action.data.arg, number: String(action.data.arg), fold: null } : null;
  }
  if (!topic.startsWith("order.")) return null;
  const failure = wooError.safeParse(body);
  if (failure.success && !wooDeleted.safeParse(body).success) {
    const problem = `The shop sent an error instead of an order: ${failure.data.message} (${failure.data.code}).`;
    await noteProblem(readSql(), connection, { problem: problem.slice(0, 500), now: work.now });
    throw new DeliveryRefused(problem.slice(0, 500));
  }
  return topic === "order.deleted" ? deletedHint(body, work) : orderHint(body, work);
}

function deletedHint(body: unknown, { delivery }: DeliveryWork): Hint {
  const { id } = understood(wooDeleted, body);
  const sight = { observedAt: delivery.receivedAt, confirmed: false };
  const fold: Fold = (known) => {
    const gone = goneState(known, id, sight);
    return known && Date.parse(known.observedAt) > delivery.receivedAt.getTime() ? null : gone;
  };
  return { id, number: String(id), fold };
}

function orderHint(body: unknown, { connection, delivery }: DeliveryWork): Hint {
  const order = understood(wooOrder, body);
  const next = orderState(order, {
    grantWhen: connection.grantWhen,
    refunds: null,
    observedAt: delivery.receivedAt,
    confirmed: false,
  });
  const restored: Fold = (known) =>
    known?.shopStatus === "trash" && Date.parse(known.observedAt) <= delivery.receivedAt.getTime()
      ? next
      : wholeState(next)(known);
  const fold = delivery.topic === "order.restored" ? restored : wholeState(next);
  return { id: order.id, number: next.number, fold };
}

/** The shop's own answer where it can be asked; else what was sent, and why it could not be. */
async function presentWord(
  { connection, now }: DeliveryWork,
  { id, fold }: Hint,
): Promise<{ fold: Fold | null; unconfirmed: string | null }> {
  const shop = shopOf(connection);
  if (!shop) return { fold, unconfirmed: null };
  const { lastProblem, lastProblemAt, grantWhen } = connection;
  if (
    lastProblem !== null &&
    lastProblemAt &&
    now.getTime() - lastProblemAt.getTime() < DOWN_MILLIS &&
    fold
  ) {
    return { fold, unconfirmed: lastProblem };
  }
  try {
    const asked = await askOrder(shop, id, { grantWhen, now });
    await noteProblem(readSql(), connection, { problem: null, now });
    return { fold: asked, unconfirmed: null };
  } catch (error) {
    if (!(error instanceof ShopUnreachable || error instanceof ShopRefusal)) throw error;
    await noteProblem(readSql(), connection, { problem: error.message, now });
    return { fold, unconfirmed: error.message };
  }
}

const OUTCOMES = {
  pending: "credits are not due yet",
  waiting: "credits wait for their buyer to be known",
  unmatched: "nothing in it sells a package",
  granted: "credits are granted",
  partly_refunded: "a part was taken back",
  refunded: "everything was taken back",
  disputed: "credits are held while it is disputed",
} as const;

function outcomeOf({ word, moves, booked }: AppliedPurchase): string {
  if (word === null) return "Nothing to do.";
  const entries = moves === 0 ? "Nothing new" : `Booked (${moves})`;
  return `${entries}: ${OUTCOMES[word]}, ${booked} credits in all.`;
}

function understood<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DeliveryRefused(
    `This is not an order of WooCommerce: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
  );
}

function bodyOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new DeliveryRefused("The body is not JSON.");
  }
}
