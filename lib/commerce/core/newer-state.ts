import { parseMoney } from "./decimal";
import type { PurchaseState } from "./purchase-state";

/** How far along an order is, for two states of one second: shops tell the time to the second. */
const PROGRESS: Readonly<Record<string, number>> = {
  "checkout-draft": 0,
  pending: 1,
  "on-hold": 2,
  processing: 3,
  completed: 5,
  failed: 6,
  cancelled: 7,
  refunded: 8,
  trash: 9,
};
/** A status of a shop's own making: past processing, before completed. */
const UNKNOWN_PROGRESS = 4;

/**
 * Whether `next` replaces `known`: what the shop answered when it was asked does, unless something was seen since; of
 * snapshots that were sent, the shop's later one. Of two of one second, the more advanced status, then the larger
 * refund, then the later arrival wins. The same state again replaces itself, which changes nothing.
 */
export function replaces(next: PurchaseState, known: PurchaseState | null): boolean {
  if (!known) return true;
  const byArrival = Date.parse(next.observedAt) - Date.parse(known.observedAt);
  if (next.confirmed && byArrival >= 0) return true;
  const byTime = Date.parse(next.asOf) - Date.parse(known.asOf);
  if (byTime !== 0) return byTime > 0;
  if (next.confirmed || known.confirmed) return next.confirmed && !known.confirmed;
  const byProgress = progressOf(next) - progressOf(known);
  if (byProgress !== 0) return byProgress > 0;
  const byRefund = parseMoney(next.refunded) - parseMoney(known.refunded);
  if (byRefund !== 0n) return byRefund > 0n;
  return byArrival >= 0;
}

function progressOf({ shopStatus }: PurchaseState): number {
  return PROGRESS[shopStatus] ?? UNKNOWN_PROGRESS;
}
