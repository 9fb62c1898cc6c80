import type { Ctx } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { customerKey, resolveCustomers } from "@/lib/customers";
import { readSql, type Sql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { fingerprintOf } from "@/lib/kernel/fingerprint";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros, type Micros } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings, type MerchantSettings } from "@/lib/merchants";
import { loadCounters, postCounters } from "@/lib/quotas";
import { addHeld, type CounterBook, counterId } from "@/lib/quotas/core";
import {
  balanceOf,
  endHeldParts,
  type EntryType,
  type Hold,
  type LedgerEntry,
  lotReferences,
  sweepExpired,
  type WalletBook,
  walletEntry,
} from "./core";
import { endHolds, findExpiredHoldsOf } from "./holds.repo";
import { findAnswer, keepAnswer } from "./idempotency.repo";
import { postEntries } from "./ledger.repo";
import { lockWallets, type NewLot, postWallets } from "./wallets.repo";

/** One change of one wallet, named by the caller's key. `content` tells a repeat from another act. */
export type WalletAct = {
  externalId: string;
  kind: string;
  key: string;
  content: object;
  /** What the audit trail calls it. */
  action: string;
};

/** A wallet locked and opened for one act, with what has expired already taken out. */
export type OpenedWallet = {
  readonly book: WalletBook;
  readonly settings: MerchantSettings;
  readonly newLots: NewLot[];
  /** Appends an entry for what was just done to the book. Returns its id. */
  readonly append: (about: { type: EntryType; delta: Micros; references: Record<string, unknown>; note: string }) => string;
};

export type WalletAnswer = { replayed: boolean; body: Record<string, unknown> };

/**
 * Changes one wallet in one transaction: lock, look, decide, write, audit. A repeat of the same act gets the first
 * answer again and changes nothing; another act under the same key is a `conflict`.
 */
export async function changeWallet(
  ctx: Ctx,
  act: WalletAct,
  decide: (opened: OpenedWallet) => Record<string, unknown>,
): Promise<WalletAnswer> {
  const customerId = await customerIdOf(ctx, act.externalId);
  const key = { merchantId: ctx.merchantId, kind: act.kind, key: act.key };
  const fingerprint = fingerprintOf(act.kind, { customer: act.externalId, ...act.content });
  return withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const wallets = await lockWallets(sql, [{ merchantId: ctx.merchantId, customerId }]);
    const previous = await findAnswer(sql, key);
    if (previous) return repeatOf(previous, fingerprint);
    const wallet = wallets.get(customerId);
    if (!wallet) throw new AppError("not_found", "No such customer.");

    const settings = await loadSettings(sql, ctx.merchantId);
    const { opened, entries, finish } = await open(ctx, sql, { book: wallet.book, settings });
    const decided = decide(opened);
    const answer = { id: act.key, ...decided, balance: balanceJson(wallet.book, ctx.now) };
    await finish();
    if (!(await keepAnswer(sql, key, { fingerprint, answer }, ctx.now))) throw taken();
    await recordAudit(tx, ctx, {
      action: act.action,
      entity: "customer",
      entityId: act.externalId,
      details: { id: act.key, ...decided },
    });
    // The daily figures are shared by all wallets of the merchant: their rows are locked last.
    await postEntries(sql, entries, () => localDay(settings.timeZone, ctx.now));
    return { replayed: false, body: { ...answer, replayed: false } };
  });
}

async function customerIdOf(ctx: Ctx, externalId: string): Promise<string> {
  const sighting = { merchantId: ctx.merchantId, externalId, email: undefined, name: undefined, roles: undefined };
  const ids = await resolveCustomers(readSql(), [sighting], ctx.now);
  const id = ids.get(customerKey(ctx.merchantId, externalId));
  if (id === undefined) throw new AppError("not_found", "No such customer.");
  return id;
}

function repeatOf(previous: { fingerprint: string; answer: Record<string, unknown> }, fingerprint: string): WalletAnswer {
  if (previous.fingerprint !== fingerprint) throw taken();
  return { replayed: true, body: { ...previous.answer, replayed: true } };
}

function taken(): AppError {
  return new AppError("conflict", "This id was used for another change.");
}

async function open(ctx: Ctx, sql: Sql, { book, settings }: { book: WalletBook; settings: MerchantSettings }) {
  const over = await findExpiredHoldsOf(sql, { merchantId: ctx.merchantId, customerId: book.customerId }, ctx.now);
  const counters = await loadCounters(sql, over.flatMap(countersOf));
  for (const hold of over) expire(hold, book, counters);

  const entries: LedgerEntry[] = [];
  let balance = book.booked;
  const appendAt = (about: Parameters<OpenedWallet["append"]>[0], balanceAfter: Micros, actor: Ctx["actor"]) => {
    const entry = walletEntry({
      ...about,
      merchantId: ctx.merchantId,
      customerId: book.customerId,
      id: newId(ctx.now),
      balanceAfter,
      actor,
      recordedAt: ctx.now,
    });
    entries.push(entry);
    return entry.id;
  };
  for (const [lotId, amount] of sweepExpired(book, ctx.now)) {
    balance = micros(balance - amount);
    const references = { lots: lotReferences([[lotId, amount]]) };
    appendAt({ type: "expiry", delta: micros(-amount), references, note: "" }, balance, SYSTEM);
  }

  const newLots: NewLot[] = [];
  const opened: OpenedWallet = {
    book,
    settings,
    newLots,
    append: (about) => appendAt(about, book.booked, ctx.actor),
  };
  const finish = async () => {
    await postWallets(sql, [book], { newLots, now: ctx.now });
    await postCounters(sql, counters.values());
    await endHolds(sql, over, ctx.now);
  };
  return { opened, entries, finish };
}

const SYSTEM = { kind: "system", id: "system", label: "Tollgate" } as const;

function countersOf(hold: Hold) {
  return hold.quotas.map((part) => ({ ...part, merchantId: hold.merchantId }));
}

function expire(hold: Hold, book: WalletBook, counters: ReadonlyMap<string, CounterBook>): void {
  hold.state = "expired";
  endHeldParts(book, hold.lots, micros(0n));
  for (const part of hold.quotas) {
    const counter = counters.get(counterId({ merchantId: hold.merchantId, ...part }));
    if (counter) addHeld(counter, micros(-part.amount));
  }
}

/** Total, held and available as answers show them. */
export function balanceJson(book: WalletBook, now: Date): { total: string; held: string; available: string } {
  const { total, held, available } = balanceOf(book, now);
  return { total: creditsToString(total), held: creditsToString(held), available: creditsToString(available) };
}
