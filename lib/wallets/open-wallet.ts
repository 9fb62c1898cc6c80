import type { Ctx } from "@/lib/access";
import type { Sql } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { micros, type Micros } from "@/lib/kernel/micros";
import type { MerchantSettings } from "@/lib/merchants";
import { loadCounters, postCounters } from "@/lib/quotas";
import { addHeld, type CounterBook, counterId } from "@/lib/quotas/core";
import {
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
import { type NewLot, postWallets } from "./wallets.repo";

/** Who acts when time does. */
export const SYSTEM = { kind: "system", id: "system", label: "Tollgate" } as const;

/** A wallet locked and opened for one act, with what has expired already taken out. */
export type OpenedWallet = {
  readonly book: WalletBook;
  readonly settings: MerchantSettings;
  readonly newLots: NewLot[];
  /** Appends an entry for what was just done to the book. Returns its id. */
  readonly append: (about: {
    type: EntryType;
    delta: Micros;
    references: Record<string, unknown>;
    note: string;
  }) => string;
};

/**
 * Opens a locked wallet for change: holds whose time is over give back what they kept, and what has expired is taken
 * out, an entry for each lot. `finish` writes book, lots, counters and holds; the entries are the caller's to post.
 */
export async function openWallet(
  by: Pick<Ctx, "merchantId" | "actor" | "now">,
  sql: Sql,
  { book, settings }: { book: WalletBook; settings: MerchantSettings },
): Promise<{ opened: OpenedWallet; entries: LedgerEntry[]; finish: () => Promise<void> }> {
  const over = await findExpiredHoldsOf(
    sql,
    { merchantId: by.merchantId, customerId: book.customerId },
    by.now,
  );
  const counters = await loadCounters(sql, over.flatMap(countersOf));
  for (const hold of over) expire(hold, book, counters);

  const entries: LedgerEntry[] = [];
  let balance = book.booked;
  const appendAt = (
    about: Parameters<OpenedWallet["append"]>[0],
    balanceAfter: Micros,
    actor: Ctx["actor"],
  ) => {
    const entry = walletEntry({
      ...about,
      merchantId: by.merchantId,
      customerId: book.customerId,
      id: newId(by.now),
      balanceAfter,
      actor,
      recordedAt: by.now,
    });
    entries.push(entry);
    return entry.id;
  };
  for (const [lotId, amount] of sweepExpired(book, by.now)) {
    balance = micros(balance - amount);
    const references = { lots: lotReferences([[lotId, amount]]) };
    appendAt({ type: "expiry", delta: micros(-amount), references, note: "" }, balance, SYSTEM);
  }

  const newLots: NewLot[] = [];
  const opened: OpenedWallet = {
    book,
    settings,
    newLots,
    append: (about) => appendAt(about, book.booked, by.actor),
  };
  const finish = async () => {
    await postWallets(sql, [book], { newLots, now: by.now });
    await postCounters(sql, counters.values());
    await endHolds(sql, over, by.now);
  };
  return { opened, entries, finish };
}

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
