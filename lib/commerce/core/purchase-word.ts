import { type Micros, ZERO_MICROS } from "@/lib/kernel/micros";

/**
 * Where a purchase stands with us. `pending`: the shop does not say that credits are due · `unmatched`: nothing in it
 * sells a package · `waiting`: credits are due and nobody is known to have bought it · then what was booked.
 */
export const PURCHASE_STATES = [
  "pending",
  "waiting",
  "unmatched",
  "granted",
  "partly_refunded",
  "refunded",
  "disputed",
] as const;
export type PurchaseWord = (typeof PURCHASE_STATES)[number];

type Standing = {
  readonly granting: boolean;
  /** Whether any line sells a package. */
  readonly matched: boolean;
  readonly known: boolean;
  /** What should have been earned by now. */
  readonly due: Micros;
  readonly granted: Micros;
  readonly refunded: Micros;
  readonly disputed: Micros;
};

/** One word for where a purchase stands. */
export function purchaseWord(standing: Standing): PurchaseWord {
  const { granted, refunded, disputed } = standing;
  if (granted === ZERO_MICROS) return beforeBooking(standing);
  if (disputed > 0n) return "disputed";
  if (refunded === ZERO_MICROS) return "granted";
  return refunded < granted ? "partly_refunded" : "refunded";
}

function beforeBooking({ granting, matched, known, due }: Standing): PurchaseWord {
  if (!granting) return "pending";
  if (!matched) return "unmatched";
  if (due === ZERO_MICROS) return "refunded";
  return known ? "pending" : "waiting";
}
