import type { Sql } from "@/lib/db";
import { micros } from "@/lib/kernel/micros";
import { type Balance, balanceOf, endHeldParts, type WalletBook } from "../core";
import { findOpenHoldsOf } from "../holds.repo";
import { readWallets } from "../wallets.repo";

export type LiveBalance = Balance & { readonly debt: WalletBook["debt"] };

/**
 * What these wallets show at an instant, by customer: lots that expired and holds whose time is over count as such at
 * once, swept or not.
 */
export async function liveBalances(
  sql: Sql,
  { merchantId, customerIds }: { merchantId: string; customerIds: readonly string[] },
  now: Date,
): Promise<Map<string, LiveBalance>> {
  if (customerIds.length === 0) return new Map();
  const keys = customerIds.map((customerId) => ({ merchantId, customerId }));
  const [wallets, holds] = await Promise.all([
    readWallets(sql, keys),
    findOpenHoldsOf(sql, merchantId, customerIds),
  ]);
  for (const hold of holds) {
    const wallet = wallets.get(hold.customerId ?? "");
    if (wallet && hold.expiresAt <= now) endHeldParts(wallet.book, hold.lots, micros(0n));
  }
  return new Map([...wallets].map(([id, { book }]) => [id, { ...balanceOf(book, now), debt: book.debt }]));
}
