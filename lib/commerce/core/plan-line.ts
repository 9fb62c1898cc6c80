import { micros, type Micros, minMicros, remainderMicros, ZERO_MICROS } from "@/lib/kernel/micros";
import type { LineTarget } from "./target";

/**
 * What has been booked for a line, nominally: granted less refunded less disputed is what it has given its customer.
 * `forgiven` is the part of refunded and disputed that could not be collected and is owed by nobody.
 */
export type LineBooks = {
  readonly granted: Micros;
  readonly refunded: Micros;
  readonly disputed: Micros;
  readonly forgiven: Micros;
};

export const EMPTY_BOOKS: LineBooks = {
  granted: ZERO_MICROS,
  refunded: ZERO_MICROS,
  disputed: ZERO_MICROS,
  forgiven: ZERO_MICROS,
};

/** One entry to be made. `purchase` and `dispute_reversal` give, `refund` and `dispute` take. */
export type LineMove = {
  readonly type: "purchase" | "refund" | "dispute" | "dispute_reversal";
  readonly amount: Micros;
};

export type LinePlan = { readonly moves: readonly LineMove[]; readonly books: LineBooks };

/**
 * The entries that bring a line's books to its target, and the books after them (what cannot be collected is added by
 * whoever books them). Where a dispute turns into a refund, nothing moves: the credits are already gone. What was
 * forgiven is not given back, since it was never taken. Books that are at their target need no entry.
 */
export function planLine(before: LineBooks, target: LineTarget): LinePlan {
  const books = disputeAsRefund(before, target);
  const moves: LineMove[] = [];
  let { granted, refunded, disputed, forgiven } = books;

  const give = (type: "purchase" | "dispute_reversal", amount: Micros, undone: Micros) => {
    const uncollected = minMicros(forgiven, undone);
    forgiven = micros(forgiven - uncollected);
    if (amount > uncollected) moves.push({ type, amount: micros(amount - uncollected) });
  };

  if (target.disputed < disputed) {
    const released = micros(disputed - target.disputed);
    disputed = target.disputed;
    give("dispute_reversal", released, released);
  }
  const earned = micros(granted - refunded);
  if (target.earned > earned) {
    const due = micros(target.earned - earned);
    const undone = minMicros(due, refunded);
    refunded = micros(refunded - undone);
    granted = micros(granted + due - undone);
    give("purchase", due, undone);
  }
  if (target.earned < earned) {
    const back = micros(earned - target.earned);
    refunded = micros(refunded + back);
    moves.push({ type: "refund", amount: back });
  }
  if (target.disputed > disputed) {
    moves.push({ type: "dispute", amount: micros(target.disputed - disputed) });
    disputed = target.disputed;
  }
  return { moves, books: { granted, refunded, disputed, forgiven } };
}

/** Credits that a dispute holds and a refund now claims change their name and nothing else. */
function disputeAsRefund(books: LineBooks, target: LineTarget): LineBooks {
  const released = remainderMicros(books.disputed, target.disputed);
  const back = remainderMicros(micros(books.granted - books.refunded), target.earned);
  const both = minMicros(released, back);
  return {
    ...books,
    disputed: micros(books.disputed - both),
    refunded: micros(books.refunded + both),
  };
}
