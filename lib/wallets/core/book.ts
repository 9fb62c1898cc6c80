import { type Micros, micros, minMicros, ZERO_MICROS } from "@/lib/kernel/micros";

/** A lot as the planner sees it. `held` is the part of `remaining` that open holds have set aside. */
export type LotState = {
  readonly id: string;
  readonly priority: number;
  readonly category: "paid" | "promotional";
  readonly effectiveAt: Date;
  readonly expiresAt: Date | null;
  readonly granted: Micros;
  remaining: Micros;
  held: Micros;
};

/** What one lot gave, or is asked to give back. */
export type LotPart = readonly [lotId: string, amount: Micros];

/**
 * A wallet opened for planning: the planner's own copy, changed in memory and posted once. `booked` is the sum of
 * all ledger deltas; it equals the sum of lot remainders less `debt` at every step.
 */
export type WalletBook = {
  readonly merchantId: string;
  readonly customerId: string;
  booked: Micros;
  debt: Micros;
  carryTicks: bigint;
  frozen: boolean;
  lots: LotState[];
  /** Lots changed since loading. */
  readonly changed: Set<LotState>;
  /** Lots granted since loading. */
  readonly granted: Set<LotState>;
};

export type Balance = { total: Micros; held: Micros; available: Micros };

/** Opens a wallet for planning, its lots in burn order. */
export function openBook(wallet: Omit<WalletBook, "changed" | "granted">): WalletBook {
  return { ...wallet, lots: [...wallet.lots].sort(byBurnOrder), changed: new Set(), granted: new Set() };
}

/**
 * Burn order: lower priority number first, then soonest expiry (never last), then promotional before paid, then
 * effective instant, then id (design.md §3).
 */
function byBurnOrder(a: LotState, b: LotState): number {
  return (
    a.priority - b.priority ||
    endOf(a) - endOf(b) ||
    rankOf(a) - rankOf(b) ||
    a.effectiveAt.getTime() - b.effectiveAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

function endOf(lot: LotState): number {
  return lot.expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function rankOf(lot: LotState): number {
  return lot.category === "promotional" ? 0 : 1;
}

/** A lot is expired from the instant of its expiry on. */
function isExpired(lot: LotState, now: Date): boolean {
  return lot.expiresAt !== null && lot.expiresAt <= now;
}

function isSpendable(lot: LotState, now: Date): boolean {
  return lot.effectiveAt <= now && !isExpired(lot, now);
}

/**
 * What the customer sees: lots in force, what open holds keep of expired ones, less debt. `available` is what a
 * new request may take: nothing while the wallet is frozen.
 */
export function balanceOf(book: WalletBook, now: Date): Balance {
  let total = -book.debt;
  let held = 0n;
  let free = -book.debt;
  for (const lot of book.lots) {
    held += lot.held;
    if (!isSpendable(lot, now)) {
      total += lot.held;
      continue;
    }
    total += lot.remaining;
    free += lot.remaining - lot.held;
  }
  const available = book.frozen || free < 0n ? ZERO_MICROS : micros(free);
  return { total: micros(total), held: micros(held), available };
}

/** Spends `amount` from what is available, in burn order. The caller has checked that it is there. */
export function spend(book: WalletBook, amount: Micros, now: Date): LotPart[] {
  const parts = freeParts(book, amount, now);
  for (const [lot, part] of parts) lot.remaining = micros(lot.remaining - part);
  return taken(book, parts);
}

/** Sets `amount` of what is available aside, in burn order. The caller has checked that it is there. */
export function setAside(book: WalletBook, amount: Micros, now: Date): LotPart[] {
  const parts = freeParts(book, amount, now);
  for (const [lot, part] of parts) lot.held = micros(lot.held + part);
  return taken(book, parts);
}

/** Which lots give how much of `amount`. Throws RangeError when they do not hold it. */
function freeParts(book: WalletBook, amount: Micros, now: Date): [LotState, Micros][] {
  const parts: [LotState, Micros][] = [];
  let owed = amount;
  for (const lot of book.lots) {
    if (owed === ZERO_MICROS) break;
    if (!isSpendable(lot, now)) continue;
    const part = minMicros(micros(lot.remaining - lot.held), owed);
    if (part <= 0n) continue;
    parts.push([lot, part]);
    owed = micros(owed - part);
  }
  if (owed !== ZERO_MICROS) throw new RangeError("The lots do not hold what was planned.");
  return parts;
}

function taken(book: WalletBook, parts: readonly [LotState, Micros][]): LotPart[] {
  for (const [lot] of parts) book.changed.add(lot);
  const named = parts.map(([lot, part]): LotPart => [lot.id, part]);
  booked(book, named);
  return named;
}

/** Keeps `booked` true to the lots: recomputed from them, so that no path can forget it. */
function booked(book: WalletBook, parts: readonly LotPart[]): void {
  if (parts.length === 0) return;
  let sum = -book.debt;
  for (const lot of book.lots) sum += lot.remaining;
  book.booked = micros(sum);
}

/**
 * Ends the parts of a hold: spends the first `spent` of them in their order and frees the rest for its lots.
 * Returns what was spent, lot by lot.
 */
export function endHeldParts(book: WalletBook, parts: readonly LotPart[], spent: Micros): LotPart[] {
  const used: LotPart[] = [];
  let owed = spent;
  for (const [lotId, amount] of parts) {
    const lot = book.lots.find((each) => each.id === lotId);
    if (!lot) throw new RangeError("A held lot is missing.");
    const part = minMicros(amount, owed);
    lot.held = micros(lot.held - amount);
    lot.remaining = micros(lot.remaining - part);
    owed = micros(owed - part);
    book.changed.add(lot);
    if (part > 0n) used.push([lotId, part]);
  }
  booked(book, parts);
  return used;
}

/**
 * Takes out what has expired by `now` and is not kept by an open hold. Each part needs an `expiry` entry.
 */
export function sweepExpired(book: WalletBook, now: Date): LotPart[] {
  const gone: LotPart[] = [];
  for (const lot of book.lots) {
    const part = micros(lot.remaining - lot.held);
    if (part === ZERO_MICROS || !isExpired(lot, now)) continue;
    lot.remaining = lot.held;
    book.changed.add(lot);
    gone.push([lot.id, part]);
  }
  booked(book, gone);
  return gone;
}

/** Adds a lot. Debt is paid from it first; what is left is spendable. */
export function grant(book: WalletBook, lot: Omit<LotState, "remaining" | "held">): LotState {
  const paysDebt = minMicros(book.debt, lot.granted);
  const added: LotState = { ...lot, remaining: micros(lot.granted - paysDebt), held: ZERO_MICROS };
  book.debt = micros(book.debt - paysDebt);
  book.lots.push(added);
  book.lots.sort(byBurnOrder);
  book.granted.add(added);
  booked(book, [[added.id, added.granted]]);
  return added;
}

/**
 * Takes `amount` back: from the lots named first (unheld parts only), then from the others in burn order; what
 * they do not cover is returned as `short` and, when `asDebt`, owed from now on.
 */
export function takeBack(
  book: WalletBook,
  claim: { amount: Micros; lotIds: ReadonlySet<string>; asDebt: boolean },
): { parts: LotPart[]; short: Micros } {
  const own = book.lots.filter((lot) => claim.lotIds.has(lot.id));
  const others = book.lots.filter((lot) => !claim.lotIds.has(lot.id));
  const parts: LotPart[] = [];
  let owed = claim.amount;
  for (const lot of [...own, ...others]) {
    const part = minMicros(micros(lot.remaining - lot.held), owed);
    if (part <= 0n) continue;
    lot.remaining = micros(lot.remaining - part);
    owed = micros(owed - part);
    book.changed.add(lot);
    parts.push([lot.id, part]);
  }
  if (claim.asDebt) book.debt = micros(book.debt + owed);
  booked(book, [["", owed], ...parts]);
  return { parts, short: owed };
}

/** Credits set aside by open holds. */
export function heldOf(book: WalletBook): Micros {
  let held = 0n;
  for (const lot of book.lots) held += lot.held;
  return micros(held);
}
