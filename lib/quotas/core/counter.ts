import { type Micros, micros, ZERO_MICROS } from "@/lib/kernel/micros";

/** Which counter: one quota, one subject (customer, guest session or network), one period. */
export type CounterKey = {
  readonly merchantId: string;
  readonly subjectId: string;
  readonly quotaId: string;
  readonly periodStart: Date;
};

/** A counter opened for planning; what changes is kept as differences, so that posting never loses another's. */
export type CounterBook = CounterKey & {
  used: Micros;
  held: Micros;
  overdraft: Micros;
  /** Whether the row exists already. */
  readonly stored: boolean;
  usedDelta: Micros;
  heldDelta: Micros;
  overdraftDelta: Micros;
};

/** One string per counter. */
export function counterId(key: CounterKey): string {
  return `${key.subjectId}|${key.quotaId}|${key.periodStart.getTime()}`;
}

/** Opens a counter as stored, or at zero. */
export function openCounter(
  key: CounterKey,
  stored: { used: Micros; held: Micros; overdraft: Micros } | null,
): CounterBook {
  return {
    merchantId: key.merchantId,
    subjectId: key.subjectId,
    quotaId: key.quotaId,
    periodStart: key.periodStart,
    used: stored?.used ?? ZERO_MICROS,
    held: stored?.held ?? ZERO_MICROS,
    overdraft: stored?.overdraft ?? ZERO_MICROS,
    stored: stored !== null,
    usedDelta: ZERO_MICROS,
    heldDelta: ZERO_MICROS,
    overdraftDelta: ZERO_MICROS,
  };
}

/** Counts `amount` as used; a negative one takes it off. */
export function addUsed(counter: CounterBook, amount: Micros): void {
  counter.used = micros(counter.used + amount);
  counter.usedDelta = micros(counter.usedDelta + amount);
}

/** Sets `amount` aside; a negative one gives it back. */
export function addHeld(counter: CounterBook, amount: Micros): void {
  counter.held = micros(counter.held + amount);
  counter.heldDelta = micros(counter.heldDelta + amount);
}

/** Notes what neither balance nor quota covered; a negative amount takes it off. */
export function addOverdraft(counter: CounterBook, amount: Micros): void {
  counter.overdraft = micros(counter.overdraft + amount);
  counter.overdraftDelta = micros(counter.overdraftDelta + amount);
}

/** Zeroes what was used in the period; what open holds keep stays held (design.md §9). */
export function resetCounter(counter: CounterBook): void {
  addUsed(counter, micros(-counter.used));
  addOverdraft(counter, micros(-counter.overdraft));
}

/** Whether there is anything to post. */
export function isChanged(counter: CounterBook): boolean {
  return counter.usedDelta !== 0n || counter.heldDelta !== 0n || counter.overdraftDelta !== 0n;
}
