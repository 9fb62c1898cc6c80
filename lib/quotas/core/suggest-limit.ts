import { MICROS_PER_CREDIT, type Micros, micros } from "@/lib/kernel/micros";

/** Rounds what somebody used up to a limit that a person would type: whole credits, or the amount itself below one. */
export function suggestLimit(used: Micros): Micros {
  if (used < MICROS_PER_CREDIT) return used;
  return micros(((used + MICROS_PER_CREDIT - 1n) / MICROS_PER_CREDIT) * MICROS_PER_CREDIT);
}

/**
 * How many requests an amount of credits is worth at what one costs on average, halves up. Null when nothing is known
 * of the cost of a request.
 */
export function worthOfRequests(amount: Micros, of: { requests: bigint; cost: Micros }): bigint | null {
  if (of.requests === 0n || of.cost <= 0n) return null;
  return (amount * of.requests * 2n + of.cost) / (of.cost * 2n);
}
