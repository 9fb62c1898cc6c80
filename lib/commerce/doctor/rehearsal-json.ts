import { creditsToString } from "@/lib/kernel/micros";
import type { PurchaseRow } from "../purchases/purchases.repo";
import { parseMoney } from "../core";
import type { RehearsalRow } from "./rehearsals.repo";

/**
 * A rehearsal and what came of it: `awaited` until the shop says more was refunded; `as_expected`; `other_amount` when
 * another sum was refunded; `other_credits` when the sum is as rehearsed and the credits are not.
 */
export type RehearsalJson = {
  id: string;
  at: string;
  refund: { before: string; after: string };
  /** Credits that were to be taken back. */
  expected: string;
  /** Credits that were taken back since. */
  actual: string;
  outcome: "awaited" | "as_expected" | "other_amount" | "other_credits";
};

/** Held against the purchase as it now stands. Pure. */
export function rehearsalJson(rehearsal: RehearsalRow, purchase: PurchaseRow): RehearsalJson {
  const { id, createdAt, refundedBefore, refundedAfter, takenBefore, takenAfter } = rehearsal;
  return {
    id,
    at: createdAt.toISOString(),
    refund: { before: refundedBefore, after: refundedAfter },
    expected: creditsToString(takenAfter - takenBefore),
    actual: creditsToString(purchase.takenMicros - takenBefore),
    outcome: outcomeOf(rehearsal, purchase),
  };
}

function outcomeOf(
  rehearsal: RehearsalRow,
  { snapshot, takenMicros }: PurchaseRow,
): RehearsalJson["outcome"] {
  const refunded = parseMoney(snapshot.refunded);
  if (refunded === parseMoney(rehearsal.refundedBefore)) return "awaited";
  if (refunded !== parseMoney(rehearsal.refundedAfter)) return "other_amount";
  return takenMicros === rehearsal.takenAfter ? "as_expected" : "other_credits";
}
