import { micros, type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { parseMoney } from "./decimal";
import type { PurchaseState, ShopLine } from "./purchase-state";

/** What a line should have earned by now, and how much of that a dispute keeps from the customer. */
export type LineTarget = { readonly earned: Micros; readonly disputed: Micros };

/** A share, exactly: `of` parts in `in`. */
type Share = { readonly of: bigint; readonly in: bigint };

const ALL: Share = { of: 1n, in: 1n };
const NOTHING: Share = { of: 0n, in: 1n };

/**
 * The credits that each line should have earned, from the shop's present word alone, so that any order of arrival ends
 * the same. `creditsOf` gives the credits per piece of a line that sells a package (frozen at its first grant, else the
 * package of today); lines without are left out.
 *
 * Quantity times credits, less the share that went back. A line's own refund counts against that line: by money, or by
 * pieces where no money is named. What was refunded without naming a line counts against all that is left of the
 * order. Rounding is up to the micro-credit for what stays, so more refunded is never more kept, and all refunded is
 * nothing kept.
 */
export function targetsOf(
  state: PurchaseState,
  creditsOf: (line: ShopLine) => Micros | null,
): Map<string, LineTarget> {
  const targets = new Map<string, LineTarget>();
  const whole = wholeShare(state);
  const contested = contestedShare(state);
  for (const line of state.lines) {
    const credits = creditsOf(line);
    if (credits === null) continue;
    const gross = credits * BigInt(line.quantity);
    const earned = state.granting ? partUp(gross, lineShare(line), whole) : ZERO_MICROS;
    targets.set(line.key, { earned, disputed: partUp(earned, contested, ALL) });
  }
  return targets;
}

/** What is left of a line after its own refunds. */
function lineShare(line: ShopLine): Share {
  const total = parseMoney(line.total);
  const back = parseMoney(line.refundedTotal);
  if (total > 0n && back > 0n) return left(back, total);
  if (line.refundedQuantity > 0) return left(BigInt(line.refundedQuantity), BigInt(line.quantity));
  return ALL;
}

/** What is left of the order after refunds that name no line. */
function wholeShare(state: PurchaseState): Share {
  const total = parseMoney(state.total);
  const refunded = parseMoney(state.refunded);
  if (refunded <= 0n) return ALL;
  if (refunded >= total) return NOTHING;
  const placed = state.lines.reduce((sum, line) => sum + placedOn(line), parseMoney(state.refundedApart));
  return refunded > placed ? left(refunded - placed, total - placed) : ALL;
}

/** The money of a line's own refunds; pieces that went back without a sum count at the line's price. */
function placedOn(line: ShopLine): bigint {
  const back = parseMoney(line.refundedTotal);
  if (back > 0n || line.quantity === 0) return back;
  return (parseMoney(line.total) * BigInt(line.refundedQuantity)) / BigInt(line.quantity);
}

/** How much of what is left a dispute holds. */
function contestedShare({ dispute, disputed, total, refunded }: PurchaseState): Share {
  if (dispute !== "open" && dispute !== "lost") return NOTHING;
  if (disputed === null) return ALL;
  const rest = parseMoney(total) - parseMoney(refunded);
  const held = parseMoney(disputed);
  return held >= rest || rest <= 0n ? ALL : { of: held, in: rest };
}

function left(back: bigint, total: bigint): Share {
  return back >= total || total <= 0n ? NOTHING : { of: total - back, in: total };
}

/** `amount` × both shares, rounded up to the micro-credit. */
function partUp(amount: bigint, one: Share, other: Share): Micros {
  const divisor = one.in * other.in;
  return micros((amount * one.of * other.of + divisor - 1n) / divisor);
}
