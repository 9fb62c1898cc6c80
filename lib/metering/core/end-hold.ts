import { AppError } from "@/lib/kernel/errors";
import { micros, minMicros, type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { addHeld, addUsed, type BurnOrder, counterId } from "@/lib/quotas/core";
import { endHeldParts, type Hold, type HoldState, type LotPart } from "@/lib/wallets/core";
import type { EndHoldOp, OpResult, Subject } from "./op";
import { bookExpiry, touchWallet } from "./touch";
import { keyOf, type World } from "./world";

/** How much of a cost the hold's own parts pay, in the order in which costs are split. */
export function ownParts(hold: Hold, cost: Micros, burnOrder: BurnOrder): { balance: Micros; quota: Micros } {
  if (burnOrder === "quota_first") {
    const quota = minMicros(cost, hold.fromQuota);
    return { quota, balance: minMicros(micros(cost - quota), hold.fromBalance) };
  }
  const balance = minMicros(cost, hold.fromBalance);
  return { balance, quota: minMicros(micros(cost - balance), hold.fromQuota) };
}

/**
 * Ends an open hold: `spent` of its parts is used, the rest goes back to the same lots and counters. What goes
 * back to a lot that expired meanwhile is gone, with an entry of its own. Returns what each lot paid.
 */
export function endHold(
  world: World,
  hold: Hold,
  how: { state: Exclude<HoldState, "open">; spent: { balance: Micros; quota: Micros } },
): LotPart[] {
  hold.state = how.state;
  world.written.endedHolds.push(hold);
  for (const part of hold.quotas) {
    const counter = world.counters.get(counterId({ merchantId: hold.merchantId, ...part }));
    if (!counter) throw new AppError("unavailable", "This changed while it was read. Please try again.");
    addHeld(counter, micros(-part.amount));
    addUsed(counter, how.spent.quota);
  }
  if (hold.customerId === null || hold.lots.length === 0) return [];
  const book = touchWallet(world, hold.customerId);
  return endHeldParts(book, hold.lots, how.spent.balance);
}

const NOTHING = { balance: ZERO_MICROS, quota: ZERO_MICROS };

/** Gives everything back and ends the hold. */
function giveBack(world: World, hold: Hold, state: "released" | "expired"): void {
  endHold(world, hold, { state, spent: NOTHING });
  if (hold.customerId !== null) bookExpiry(world, touchWallet(world, hold.customerId));
}

/** Applies the expiry of a hold whose time is over; any other stays as it is. */
export function expireIfOver(world: World, hold: Hold): void {
  if (hold.state === "open" && hold.expiresAt <= world.now) giveBack(world, hold, "expired");
}

/**
 * Ends a hold at the caller's word or because its time is over. Releasing again is no error; a hold that was
 * settled or has expired cannot be released: `conflict`. Throws `not_found` for an unknown one.
 */
export function planEndHold(world: World, op: EndHoldOp): OpResult {
  const hold = world.holds.get(keyOf(op.merchantId, op.id));
  if (!hold) throw new AppError("not_found", "No such hold.");
  expireIfOver(world, hold);
  if (op.kind === "release") {
    if (hold.state === "settled" || hold.state === "expired") {
      throw new AppError("conflict", `This hold is ${hold.state}.`);
    }
    if (hold.state === "open") giveBack(world, hold, "released");
  }
  return { ok: true, body: "", replayed: false };
}

/** Whether a hold was made for this subject: the same customer, or the same guest session. */
export function isOf(hold: Hold, subject: Subject): boolean {
  return subject.kind === "customer"
    ? hold.customerId === subject.customerId
    : hold.guestId === subject.guestId;
}
