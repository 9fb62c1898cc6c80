import type { Ctx } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, type Tx, withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros } from "@/lib/kernel/micros";
import { bookPurchase } from "@/lib/wallets";
import { type Package, type PurchaseState, type PurchaseWord, purchaseWord, replaces } from "../core";
import { loadPackages } from "../packages/packages.repo";
import { customerOfBuyer } from "./buyer";
import { planPurchase, type PurchasePlan } from "./plan-purchase";
import { findLines, saveLine } from "./purchase-lines.repo";
import { insertPurchase, lockPurchase, type PurchaseRow, savePurchase } from "./purchases.repo";

/** For whom something is booked, by whom, when. `tx` joins an open transaction. */
export type Asker = Pick<Ctx, "merchantId" | "actor" | "now" | "tx">;

/** The state that holds now, given the last known one; null leaves everything as it is. */
export type Fold = (known: PurchaseState | null) => PurchaseState | null;

/** What became of a word of a shop. `moves` is how many entries it made. */
export type AppliedPurchase = {
  readonly purchaseId: string | null;
  readonly word: PurchaseWord | null;
  readonly moves: number;
  /** Booked in all for this purchase, as a decimal string of credits. */
  readonly booked: string;
};

const NOTHING: AppliedPurchase = { purchaseId: null, word: null, moves: 0, booked: "0" };

/** For a whole snapshot: it holds unless a later one is known. */
export function wholeState(next: PurchaseState): Fold {
  return (known) => (replaces(next, known) ? next : null);
}

/**
 * Brings what is booked for one purchase to what the shop says of it, in one transaction that holds the purchase's lock:
 * the state is put in place of an older one, each line's target computed, the difference booked. A repeat, an older
 * state, two at once: nothing more is booked. Nothing is booked while nobody is known to have bought it.
 */
export async function applyPurchase(
  asker: Asker,
  connection: { readonly id: string },
  { key, fold }: { key: string; fold: Fold },
): Promise<AppliedPurchase> {
  return withTx(asker, async (tx) => {
    const place = { merchantId: asker.merchantId, connectionId: connection.id, key };
    const purchase = await lockOrMake(tx, { place, fold, now: asker.now });
    if (!purchase) return NOTHING;
    const state = fold(purchase.snapshot);
    if (!state) return described(purchase);
    const customerId = await settledCustomer(asker, purchase, state);
    const applied = await bookState({ ...asker, tx }, purchase, {
      state,
      customerId,
      assigned: purchase.assigned,
    });
    if (applied.moves > 0) {
      await recordAudit(tx, asker, {
        action: "purchase.book",
        entity: "purchase",
        entityId: purchase.id,
        details: { order: state.number, entries: applied.moves, booked: applied.booked },
      });
    }
    await applied.post();
    return { purchaseId: purchase.id, word: applied.word, moves: applied.moves, booked: applied.booked };
  });
}

type Making = {
  readonly place: { merchantId: string; connectionId: string; key: string };
  readonly fold: Fold;
  readonly now: Date;
};

/** The purchase, locked; made when its state is known for the first time. Null when there is nothing to make. */
async function lockOrMake(tx: Tx, { place, fold, now }: Making): Promise<PurchaseRow | null> {
  const known = await lockPurchase(tx, place);
  if (known) return known;
  const state = fold(null);
  if (!state) return null;
  // Somebody else may just have made it: then this waits for them, makes nothing and finds theirs.
  await insertPurchase(tx, place, { id: newId(now), state, now });
  return lockPurchase(tx, place);
}

/** Whose it is: settled once anything was booked or somebody assigned it; before, the shop's word decides. */
async function settledCustomer(asker: Asker, purchase: PurchaseRow, state: PurchaseState) {
  const settled = purchase.customerId !== null && (purchase.assigned || purchase.grantedMicros > 0n);
  return settled ? purchase.customerId : customerOfBuyer(asker.merchantId, state.buyer, asker.now);
}

/** What a purchase is to be brought to. */
export type PurchaseAim = {
  readonly state: PurchaseState;
  readonly customerId: string | null;
  readonly assigned: boolean;
};

/**
 * Books a locked purchase up to a state and saves it. `post` writes the ledger's entries: call it last. For callers that
 * hold the lock and audit themselves.
 */
export async function bookState(
  asker: Asker & { readonly tx: Tx },
  purchase: PurchaseRow,
  { state: told, customerId, assigned }: PurchaseAim,
): Promise<{ word: PurchaseWord; moves: number; booked: string; post: () => Promise<void> }> {
  const { tx, merchantId, now } = asker;
  const { id: purchaseId, connectionId } = purchase;
  const sql = sqlOf(tx);
  const [lines, packages] = [
    await findLines(merchantId, [purchaseId], sql),
    await loadPackages(sql, merchantId, namedPackages(told)),
  ];
  const state = withNames(told, packages);
  const plan = planPurchase({ purchaseId, connectionId, state, lines, packages, now });
  const { moves, post } = await bookPlan(asker, { plan, customerId });

  const booked = customerId === null ? [] : plan.lines.map(({ line }) => line);
  const sum = (of: (line: (typeof booked)[number]) => bigint) =>
    micros(booked.reduce((total, line) => total + of(line), 0n));
  const granted = sum((line) => line.granted);
  const [refunded, disputed] = [sum((line) => line.refunded), sum((line) => line.disputed)];
  const { matched, due } = plan;
  const known = customerId !== null;
  const word = purchaseWord({ granting: state.granting, matched, known, due, granted, refunded, disputed });
  const taken = micros(refunded + disputed);
  const change = { customerId, assigned, word, granted, taken, snapshot: state, now };
  await savePurchase(tx, purchase, change);
  return { word, moves, booked: creditsToString(granted - taken), post };
}

/** Packages that lines name themselves, as our own checkout does: granted also when they were taken out of sale since. */
function namedPackages({ lines }: PurchaseState): string[] {
  return lines.flatMap(({ product }) => (product.kind === "package" ? [product.package] : []));
}

/** Lines that say a package's id and nothing else are called as the package is. */
function withNames(state: PurchaseState, packages: readonly Package[]): PurchaseState {
  const names = new Map(packages.map(({ id, name }) => [id, name]));
  const lines = state.lines.map((line) => {
    if (line.product.kind !== "package") return line;
    return { ...line, name: names.get(line.product.package) ?? line.name };
  });
  return { ...state, lines };
}

/** Books the moves of all lines at once, and keeps what became of them with each line. */
async function bookPlan(
  asker: Asker & { readonly tx: Tx },
  { plan, customerId }: { plan: PurchasePlan; customerId: string | null },
): Promise<{ moves: number; post: () => Promise<void> }> {
  const { tx } = asker;
  const moves = plan.lines.flatMap((each) => each.moves);
  if (customerId === null) return { moves: 0, post: async () => {} };
  const { booked, post } =
    moves.length === 0
      ? { booked: [], post: async () => {} }
      : await bookPurchase(tx, asker, { customerId, moves });
  let place = 0;
  for (const { line, moves: own } of plan.lines) {
    const results = booked.slice(place, (place += own.length));
    const lotIds = [...line.lotIds, ...results.flatMap(({ lotId }) => lotId ?? [])];
    const forgiven = micros(results.reduce((sum, each) => sum + each.forgiven, line.forgiven + 0n));
    await saveLine(tx, asker, { ...line, lotIds, forgiven });
  }
  return { moves: moves.length, post };
}

function described(purchase: PurchaseRow): AppliedPurchase {
  const booked = creditsToString(purchase.grantedMicros - purchase.takenMicros);
  return { purchaseId: purchase.id, word: purchase.state, moves: 0, booked };
}
