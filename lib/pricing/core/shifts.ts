import type { PayerTotals } from "./replay";

/** How the customers of a replay fare: how many pay more or less, those with the largest change, and all guests. */
export type Shifts = {
  more: number;
  less: number;
  same: number;
  readonly guests: { requests: bigint; now: bigint; draft: bigint };
  /** The largest rises first. */
  readonly payMore: PayerTotals[];
  /** The largest savings first. */
  readonly payLess: PayerTotals[];
};

const SHOWN = 10;

/** Before the first payer. */
export function noShifts(): Shifts {
  return {
    more: 0,
    less: 0,
    same: 0,
    guests: { requests: 0n, now: 0n, draft: 0n },
    payMore: [],
    payLess: [],
  };
}

/** Adds a payer; only the ten largest changes either way are kept. */
export function addPayer(shifts: Shifts, payer: PayerTotals): void {
  const { guests } = shifts;
  if (payer.guest) {
    guests.requests += payer.requests;
    guests.now += payer.now;
    guests.draft += payer.draft;
  } else if (payer.draft > payer.now) {
    shifts.more += 1;
    keepLargest(shifts.payMore, payer);
  } else if (payer.draft < payer.now) {
    shifts.less += 1;
    keepLargest(shifts.payLess, payer);
  } else {
    shifts.same += 1;
  }
}

function keepLargest(kept: PayerTotals[], payer: PayerTotals): void {
  const at = kept.findIndex((each) => sizeOf(each) < sizeOf(payer));
  kept.splice(at === -1 ? kept.length : at, 0, payer);
  if (kept.length > SHOWN) kept.pop();
}

function sizeOf({ now, draft }: PayerTotals): bigint {
  return draft > now ? draft - now : now - draft;
}
