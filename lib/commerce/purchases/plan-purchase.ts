import type { PurchaseMove } from "@/lib/wallets";
import { micros, type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import {
  EMPTY_BOOKS,
  type LineMove,
  type LineTarget,
  matchPackage,
  type Package,
  planLine,
  type PurchaseState,
  type ShopLine,
  targetsOf,
} from "../core";
import type { LineRow } from "./purchase-lines.repo";

const DAY_MILLIS = 86_400_000;
const NO_TARGET: LineTarget = { earned: ZERO_MICROS, disputed: ZERO_MICROS };

/** What is known of a purchase when its books are to be brought to the shop's word. */
export type PurchaseWorld = {
  readonly purchaseId: string;
  readonly connectionId: string;
  readonly state: PurchaseState;
  readonly lines: readonly LineRow[];
  /** The merchant's enabled packages. */
  readonly packages: readonly Package[];
  readonly now: Date;
};

/** One line after its moves, and the moves in order. */
type PlannedLine = { readonly line: LineRow; readonly moves: readonly PurchaseMove[] };

export type PurchasePlan = {
  readonly lines: readonly PlannedLine[];
  /** Whether anything in it sells a package. */
  readonly matched: boolean;
  /** What should have been earned by now. */
  readonly due: Micros;
};

/**
 * What to book for a purchase: each line that sells a package, frozen at its first grant or of today's packages, brought
 * to its target. A line that the shop no longer lists has earned nothing. Lines that were never granted and have
 * earned nothing are left alone, so that their package stays open.
 */
export function planPurchase(world: PurchaseWorld): PurchasePlan {
  const { state } = world;
  const known = new Map(world.lines.map((line) => [line.key, line]));
  const frozen = state.lines.flatMap((sold) => known.get(sold.key) ?? lineOf(world, sold) ?? []);
  const creditsOf = new Map(frozen.map((line) => [line.key, line.credits]));
  const targets = targetsOf(state, ({ key }) => creditsOf.get(key) ?? null);
  const vanished = world.lines.filter(({ key }) => !creditsOf.has(key));
  let due = 0n;
  for (const { earned } of targets.values()) due += earned;

  const lines = [...frozen, ...vanished].flatMap((line) => {
    const target = targets.get(line.key) ?? NO_TARGET;
    const sold = state.lines.find(({ key }) => key === line.key);
    if (!known.has(line.key) && target.earned === ZERO_MICROS) return [];
    return [planned(world, { ...line, quantity: sold?.quantity ?? 0 }, target)];
  });
  return { lines, matched: frozen.length + vanished.length > 0, due: micros(due) };
}

/** A line under the package that sells it today; null when none does. */
function lineOf({ purchaseId, connectionId, packages, now }: PurchaseWorld, sold: ShopLine): LineRow | null {
  const match = matchPackage(packages, { connection: connectionId, product: sold.product });
  if (!match) return null;
  const { id, name, credits, category, expiresAfterDays } = match;
  return {
    purchaseId,
    key: sold.key,
    packageId: id,
    packageName: name,
    credits,
    category,
    expiresAt: expiresAfterDays === null ? null : new Date(now.getTime() + expiresAfterDays * DAY_MILLIS),
    quantity: sold.quantity,
    ...EMPTY_BOOKS,
    lotIds: [],
    frozenAt: now,
  };
}

function planned(world: PurchaseWorld, line: LineRow, target: LineTarget): PlannedLine {
  const { moves, books } = planLine(line, target);
  return { line: { ...line, ...books }, moves: moves.map((move) => moveOf(world, line, move)) };
}

const WORDS = {
  purchase: "Bought",
  refund: "Refunded",
  dispute: "Disputed",
  dispute_reversal: "Dispute won",
} as const;

function moveOf(
  { purchaseId, connectionId, state }: PurchaseWorld,
  line: LineRow,
  move: LineMove,
): PurchaseMove {
  const origin = {
    purchase: purchaseId,
    connection: connectionId,
    order: state.number,
    line: line.key,
    package: line.packageId,
  };
  const note = `${WORDS[move.type]}: ${line.packageName}, ${state.number}`.slice(0, 500);
  const about = { amount: move.amount, references: origin, note };
  if (move.type === "refund" || move.type === "dispute") {
    return { ...about, type: move.type, lotIds: line.lotIds };
  }
  return { ...about, type: move.type, category: line.category, expiresAt: line.expiresAt, origin };
}
