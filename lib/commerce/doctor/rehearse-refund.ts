import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { readSql, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros } from "@/lib/kernel/micros";
import { rehearseTakingBack, type TakingBack } from "@/lib/wallets";
import { refundedState } from "../core";
import { loadPackages } from "../packages/packages.repo";
import { requirePurchase } from "../purchases/get-purchase";
import { planPurchase, type PurchasePlan } from "../purchases/plan-purchase";
import { findLines } from "../purchases/purchase-lines.repo";
import { findPurchase, type PurchaseRow } from "../purchases/purchases.repo";
import { type RehearseRefundInput, rehearseRefundInput } from "./doctor-input";
import { rehearsalJson, type RehearsalJson } from "./rehearsal-json";
import { findLatestRehearsal, insertRehearsal, type RehearsalRow } from "./rehearsals.repo";

/** What a refund would do: credits as decimal strings. `short` is what no lot has; `owed` the part that becomes debt. */
export type RefundRehearsal = {
  purchase: string;
  customer: string;
  refund: { before: string; after: string; currency: string | null };
  takenBack: string;
  lots: { id: string; amount: string }[];
  short: string;
  owed: string;
  policy: TakingBack["policy"];
  balance: { before: string; after: string };
};

/**
 * What refunding a purchase would take back, from which lots, and what would be left owing, by the rules that will book
 * it. Nothing is refunded or booked: only what was expected is kept, so that the refund can be held against it when it
 * comes. A repeat rehearses anew. Throws `not_found`, `conflict` while nothing was booked for the purchase,
 * `invalid_input` for more than is left of it.
 */
export async function rehearseRefund(
  ctx: Ctx,
  id: string,
  input: RehearseRefundInput,
): Promise<RefundRehearsal> {
  requireCan(ctx, "credits:write");
  const refund = rehearseRefundInput.parse(input);
  const purchase = requirePurchase(await findPurchase(ctx.merchantId, id));
  const { customerId, customer } = purchase;
  if (customerId === null || customer === null || purchase.grantedMicros === 0n) {
    throw new AppError("conflict", "Nothing was booked for this purchase: a refund takes nothing back.");
  }
  const state = refundedState(purchase.snapshot, refund);
  const plan = await planOf(purchase, state, ctx.now);
  const claims = plan.lines.flatMap(({ moves }) =>
    moves.flatMap((move) => ("lotIds" in move ? [{ amount: move.amount, lotIds: move.lotIds }] : [])),
  );
  const taking = await rehearseTakingBack(ctx, { customerId, claims });
  if (!taking) throw new AppError("not_found", "There is no such customer.");
  const kept = rehearsalOf(purchase, { plan, refunded: state.refunded, now: ctx.now });
  await withTx(ctx, async (tx) => {
    await insertRehearsal(tx, ctx.merchantId, kept);
    await recordAudit(tx, ctx, {
      action: "purchase.rehearse_refund",
      entity: "purchase",
      entityId: purchase.id,
      details: { order: purchase.number, refund: state.refunded },
    });
  });
  return described({ ...purchase, customer }, { taking, after: state.refunded });
}

/** The last rehearsal of a purchase, held against what came since; null when there was none. Throws `not_found`. */
export async function getRehearsal(ctx: Ctx, id: string): Promise<RehearsalJson | null> {
  requireCan(ctx, "usage:read");
  const purchase = requirePurchase(await findPurchase(ctx.merchantId, id));
  const last = await findLatestRehearsal(ctx.merchantId, purchase.id);
  return last && rehearsalJson(last, purchase);
}

async function planOf(
  { id: purchaseId, merchantId, connectionId }: PurchaseRow,
  state: PurchaseRow["snapshot"],
  now: Date,
): Promise<PurchasePlan> {
  const lines = await findLines(merchantId, [purchaseId]);
  const packages = await loadPackages(readSql(), merchantId);
  return planPurchase({ purchaseId, connectionId, state, lines, packages, now });
}

function rehearsalOf(
  { id: purchaseId, takenMicros, snapshot }: PurchaseRow,
  { plan, refunded, now }: { plan: PurchasePlan; refunded: string; now: Date },
): RehearsalRow {
  const taken = plan.lines.reduce((sum, { line }) => sum + line.refunded + line.disputed, 0n);
  return {
    id: newId(now),
    purchaseId,
    refundedBefore: snapshot.refunded,
    refundedAfter: refunded,
    takenBefore: takenMicros,
    takenAfter: micros(taken),
    createdAt: now,
  };
}

function described(
  { id, customer, snapshot }: PurchaseRow & { readonly customer: string },
  { taking, after }: { taking: TakingBack; after: string },
): RefundRehearsal {
  return {
    purchase: id,
    customer,
    refund: { before: snapshot.refunded, after, currency: snapshot.currency },
    takenBack: creditsToString(taking.taken),
    lots: taking.parts.map(([lot, amount]) => ({ id: lot, amount: creditsToString(amount) })),
    short: creditsToString(taking.short),
    owed: creditsToString(taking.owed),
    policy: taking.policy,
    balance: {
      before: creditsToString(taking.balanceBefore),
      after: creditsToString(taking.balanceAfter),
    },
  };
}
