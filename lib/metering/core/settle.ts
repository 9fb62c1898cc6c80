import { AppError } from "@/lib/kernel/errors";
import { micros, type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { addOverdraft, addUsed, planSplit, roomOf } from "@/lib/quotas/core";
import { balanceOf, type Hold, type LotPart, spend } from "@/lib/wallets/core";
import type { Parts } from "./answer";
import { type Bound, splitCounters } from "./binding";
import { endHold, expireIfOver, isOf, ownParts } from "./end-hold";
import type { UsageOp } from "./op";
import { touchWallet } from "./touch";
import { configOf, keyOf, walletOf, type World } from "./world";

/** The hold a usage event settles, if any; `late` when it comes after its own hold expired. */
export type Settled = { hold: Hold | null; late: boolean };

/**
 * Finds the hold that this event settles: the one it names, or the open one of its own id. Throws `not_found` when
 * it names none of ours, and `conflict` when it names one that is over, or when the hold was made for another
 * customer, provider, model, operation, module or bot.
 */
export function holdOf(world: World, op: UsageOp): Settled {
  const hold = world.holds.get(keyOf(op.merchantId, op.holdId ?? op.id));
  if (!hold) {
    if (op.holdId === null) return { hold: null, late: false };
    throw new AppError("not_found", "No such hold.");
  }
  if (!isOf(hold, op.subject)) throw new AppError("conflict", "This hold was made for somebody else.");
  if (hold.state !== "open" || hold.expiresAt <= world.now) return overHold(hold, op);
  if (!sameRequest(hold, op)) {
    throw new AppError(
      "conflict",
      "This hold was made for another provider, model, operation, module or bot.",
    );
  }
  return { hold, late: false };
}

/** Usage whose own hold is over is charged as new, and late when it was time that ended it. */
function overHold(hold: Hold, op: UsageOp): Settled {
  if (hold.id !== op.id) {
    throw new AppError("conflict", "This hold is no longer open; repeat the request without it.");
  }
  return { hold: null, late: hold.state === "open" || hold.state === "expired" };
}

function sameRequest(hold: Hold, op: UsageOp): boolean {
  return (
    hold.provider === op.provider &&
    hold.model === op.model &&
    hold.operation === op.operation &&
    hold.module === op.module &&
    hold.bot === op.bot
  );
}

/** What was paid, and which lots paid it. */
export type Payment = { parts: Parts; lots: LotPart[] };

/**
 * Takes a cost: from the hold's own parts first, in split order, then from the available balance and the quotas;
 * what nothing covers is overdraft. Without a hold the merchant's burn order decides.
 */
export function takeCost(
  world: World,
  op: UsageOp,
  charge: { cost: Micros; hold: Hold | null; bound: readonly Bound[] },
): Payment {
  const { cost, hold, bound } = charge;
  const own = world.holds.get(keyOf(op.merchantId, op.id));
  if (own && isOf(own, op.subject)) expireIfOver(world, own);
  const { burnOrder } = configOf(world, op.merchantId);
  const held = hold ? ownParts(hold, cost, burnOrder) : { balance: ZERO_MICROS, quota: ZERO_MICROS };
  const lots = hold ? endHold(world, hold, { state: "settled", spent: held }) : [];
  if (hold) countElsewhere(bound, hold, held.quota);

  const extra = planSplit({
    cost: micros(cost - held.balance - held.quota),
    available: availableTo(world, op),
    burnOrder: hold ? "balance_first" : burnOrder,
    counters: splitCounters(bound),
    mode: "usage",
  });
  count(bound, extra.fromQuota, extra.overdraft);
  if (op.subject.kind === "customer" && extra.fromBalance > 0n) {
    lots.push(...spend(touchWallet(world, op.subject.customerId), extra.fromBalance, world.now));
  }
  const parts = {
    cost,
    fromBalance: micros(held.balance + extra.fromBalance),
    fromQuota: micros(held.quota + extra.fromQuota),
    overdraft: extra.overdraft,
  };
  return { parts, lots };
}

/** Quotas made after the hold was, or whose period is a new one, count what the hold's quota part pays as well. */
function countElsewhere(bound: readonly Bound[], hold: Hold, quota: Micros): void {
  if (quota === 0n) return;
  for (const { counter } of bound) {
    const held = hold.quotas.some(
      (part) => part.quotaId === counter.quotaId && part.subjectId === counter.subjectId,
    );
    if (!held) addUsed(counter, quota);
  }
}

function count(bound: readonly Bound[], fromQuota: Micros, overdraft: Micros): void {
  for (const each of splitCounters(bound)) {
    const counter = bound[Number(each.key)]?.counter;
    if (!counter) continue;
    const room = roomOf(each);
    if (overdraft > 0n && !each.observe && room !== null && room < fromQuota + overdraft) {
      addOverdraft(counter, overdraft);
    }
    addUsed(counter, each.observe ? micros(fromQuota + overdraft) : fromQuota);
  }
}

function availableTo(world: World, op: UsageOp): Micros {
  if (op.subject.kind === "guest") return ZERO_MICROS;
  return balanceOf(walletOf(world, op.subject.customerId).book, world.now).available;
}
