import { AppError } from "@/lib/kernel/errors";
import { formatMoney, parseMoney } from "./decimal";
import type { PurchaseState, ShopLine } from "./purchase-state";

/** A refund that is only thought of: a sum of the whole order, or pieces and sums of its lines. Money in major units. */
export type ThoughtRefund = {
  readonly amount?: string | undefined;
  readonly lines?: readonly ThoughtLine[] | undefined;
};
type ThoughtLine = {
  readonly key: string;
  readonly quantity?: number | undefined;
  readonly amount?: string | undefined;
};

/**
 * What the shop would say of a purchase after a refund: the money is added to what went back before. Without an amount
 * and lines, everything that is left. A line without an amount gives the price of its pieces. Throws `invalid_input`
 * for a line that is not there, more than is left, or nothing at all.
 */
export function refundedState(state: PurchaseState, { amount, lines }: ThoughtRefund): PurchaseState {
  const left = parseMoney(state.total) - parseMoney(state.refunded);
  if (lines === undefined) return withRefund(state, amount === undefined ? left : parseMoney(amount));
  const sums = lines.map((line) => ({ line, sum: sumOf(soldAs(state, line), line) }));
  const next = withRefund(
    state,
    sums.reduce((total, { sum }) => total + sum, 0n),
  );
  return { ...next, lines: next.lines.map((sold) => sums.reduce(lineRefunded, sold)) };
}

function withRefund(state: PurchaseState, sum: bigint): PurchaseState {
  const refunded = parseMoney(state.refunded) + sum;
  if (sum <= 0n) throw refused("There is nothing to refund.");
  if (refunded > parseMoney(state.total)) throw refused("This is more than is left of the order.");
  return { ...state, refunded: formatMoney(refunded) };
}

function soldAs(state: PurchaseState, { key }: ThoughtLine): ShopLine {
  const sold = state.lines.find((line) => line.key === key);
  if (sold) return sold;
  throw refused(`The order has no line "${key}".`);
}

/** The price of the pieces, in the smallest unit that money is kept in, rounded to the nearest. */
function sumOf(sold: ShopLine, { quantity, amount }: ThoughtLine): bigint {
  if (amount !== undefined) return parseMoney(amount);
  const all = BigInt(sold.quantity);
  const pieces = quantity === undefined ? all - BigInt(sold.refundedQuantity) : BigInt(quantity);
  if (all === 0n || pieces > all) throw refused(`Line "${sold.key}" has ${sold.quantity} pieces.`);
  return (parseMoney(sold.total) * pieces * 2n + all) / (all * 2n);
}

function lineRefunded(sold: ShopLine, { line, sum }: { line: ThoughtLine; sum: bigint }): ShopLine {
  if (sold.key !== line.key) return sold;
  return {
    ...sold,
    refundedTotal: formatMoney(parseMoney(sold.refundedTotal) + sum),
    refundedQuantity: sold.refundedQuantity + (line.quantity ?? 0),
  };
}

function refused(message: string): AppError {
  return new AppError("invalid_input", message);
}
