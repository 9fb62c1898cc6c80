import { type Micros, minMicros, micros, remainderMicros, ZERO_MICROS } from "@/lib/kernel/micros";

export type BurnOrder = "balance_first" | "quota_first";

/** What one quota has counted in its current period. `limit` null is unlimited, 0 lets nothing draw. */
export type QuotaCounter = {
  readonly key: string;
  readonly limit: Micros | null;
  readonly used: Micros;
  readonly held: Micros;
  /** Counts and shows, but never says no. */
  readonly observe: boolean;
};

export type SplitInput = {
  readonly cost: Micros;
  /** Spendable balance; below zero (debt) is nothing to spend, and a guest has none. */
  readonly available: Micros;
  readonly burnOrder: BurnOrder;
  /** Every quota that applies; none at all leaves the quota part unlimited. */
  readonly counters: readonly QuotaCounter[];
  /** `authorize` may be refused; `usage` has happened, and what nothing covers becomes overdraft. */
  readonly mode: "authorize" | "usage";
};

export type Split = {
  readonly fromBalance: Micros;
  /** Counts against every quota that applies. */
  readonly fromQuota: Micros;
  readonly overdraft: Micros;
  /** The key of the quota that said no. When it did, all parts are 0. */
  readonly refusedBy: string | null;
  readonly reason: "access_disabled" | "insufficient" | null;
};

/**
 * Splits a cost over balance and quotas, in the merchant's burn order. The parts add up to the cost, and what
 * is drawn on quotas never passes the smallest room of those that enforce.
 *
 * Authorizing refuses when balance and room do not cover the cost: `access_disabled` when a quota that lets
 * nothing draw is in the way, else `insufficient`, naming the quota with the least room (of equals, the lowest
 * key). Usage is never refused. A free request always passes.
 */
export function planSplit({ cost, available, burnOrder, counters, mode }: SplitInput): Split {
  const tightest = tightestOf(counters);
  const room = tightest === null ? cost : minMicros(cost, roomOf(tightest) ?? cost);
  const balance = minMicros(cost, remainderMicros(available, ZERO_MICROS));
  const first = burnOrder === "balance_first" ? balance : room;
  const second = minMicros(remainderMicros(cost, first), burnOrder === "balance_first" ? room : balance);
  const overdraft = micros(cost - first - second);

  if (overdraft > 0n && mode === "authorize" && tightest !== null) return refusal(tightest);
  return {
    fromBalance: burnOrder === "balance_first" ? first : second,
    fromQuota: burnOrder === "balance_first" ? second : first,
    overdraft,
    refusedBy: null,
    reason: null,
  };
}

/** What may still be drawn on a counter: limit − used − held, never below zero; null is unlimited. */
export function roomOf({ limit, used, held }: QuotaCounter): Micros | null {
  return limit === null ? null : remainderMicros(limit, micros(used + held));
}

function refusal(by: QuotaCounter): Split {
  return {
    fromBalance: ZERO_MICROS,
    fromQuota: ZERO_MICROS,
    overdraft: ZERO_MICROS,
    refusedBy: by.key,
    reason: by.limit === ZERO_MICROS ? "access_disabled" : "insufficient",
  };
}

/** The enforcing counter that would say no first; null when none has a limit. */
export function tightestOf(counters: readonly QuotaCounter[]): QuotaCounter | null {
  let tightest: QuotaCounter | null = null;
  for (const counter of counters) {
    if (counter.observe || counter.limit === null) continue;
    if (tightest === null || comesBefore(counter, tightest)) tightest = counter;
  }
  return tightest;
}

/** A limit of 0 first, then less room, then the lower key. */
function comesBefore(a: QuotaCounter, b: QuotaCounter): boolean {
  const closed = a.limit === ZERO_MICROS;
  if (closed !== (b.limit === ZERO_MICROS)) return closed;
  const [roomA, roomB] = [roomOf(a) ?? ZERO_MICROS, roomOf(b) ?? ZERO_MICROS];
  return roomA === roomB ? a.key < b.key : roomA < roomB;
}
