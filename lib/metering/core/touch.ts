import { micros } from "@/lib/kernel/micros";
import { lotReferences, sweepExpired, walletEntry, type WalletBook } from "@/lib/wallets/core";
import { walletOf, type World } from "./world";

const SYSTEM = { kind: "system", id: "system", label: "Tollgate" } as const;

/** Opens a wallet for change: what has expired in it is booked first, so that every entry's balance is true. */
export function touchWallet(world: World, customerId: string): WalletBook {
  const { book } = walletOf(world, customerId);
  if (!world.written.touched.has(customerId)) {
    world.written.touched.add(customerId);
    bookExpiry(world, book);
  }
  return book;
}

/** Takes expired credits out of a wallet, an entry for each lot. */
export function bookExpiry(world: World, book: WalletBook): void {
  let balance = book.booked;
  for (const [lotId, amount] of sweepExpired(book, world.now)) {
    balance = micros(balance - amount);
    world.written.entries.push(
      walletEntry({
        merchantId: book.merchantId,
        id: world.newId(),
        customerId: book.customerId,
        type: "expiry",
        delta: micros(-amount),
        balanceAfter: balance,
        actor: SYSTEM,
        references: { lots: lotReferences([[lotId, amount]]) },
        recordedAt: world.now,
      }),
    );
  }
}
