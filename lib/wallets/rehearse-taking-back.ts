import { readSql } from "@/lib/db";
import { micros, type Micros } from "@/lib/kernel/micros";
import { loadSettings } from "@/lib/merchants";
import { balanceOf, endHeldParts, type LotPart, sweepExpired, takeBack } from "./core";
import { findExpiredHoldsOf } from "./holds.repo";
import { readWallets } from "./wallets.repo";

/** Credits that a refund or dispute would take, and the lots that would give first. */
export type ThoughtClaim = { readonly amount: Micros; readonly lotIds: readonly string[] };

/** What taking back would do. `short` is what no lot can give; `owed` is the part of it that becomes a debt. */
export type TakingBack = {
  readonly parts: readonly LotPart[];
  readonly taken: Micros;
  readonly short: Micros;
  readonly owed: Micros;
  readonly policy: "debt" | "absorb" | "freeze";
  readonly balanceBefore: Micros;
  readonly balanceAfter: Micros;
};

/**
 * What claims would take from a wallet as it stands at `now`, by the same rules that book them: lots that expired and
 * holds whose time is over count as such. Nothing is locked or changed. Null for an unknown customer.
 */
export async function rehearseTakingBack(
  { merchantId, now }: { readonly merchantId: string; readonly now: Date },
  { customerId, claims }: { customerId: string; claims: readonly ThoughtClaim[] },
): Promise<TakingBack | null> {
  const sql = readSql();
  const key = { merchantId, customerId };
  const [wallets, over, settings] = await Promise.all([
    readWallets(sql, [key]),
    findExpiredHoldsOf(sql, key, now),
    loadSettings(sql, merchantId),
  ]);
  const book = wallets.get(customerId)?.book;
  if (!book) return null;
  for (const hold of over) endHeldParts(book, hold.lots, micros(0n));
  sweepExpired(book, now);
  const policy = settings.shortfallPolicy;
  const balanceBefore = balanceOf(book, now).total;
  const parts: LotPart[] = [];
  let short = 0n;
  for (const { amount, lotIds } of claims) {
    const took = takeBack(book, { amount, lotIds: new Set(lotIds), asDebt: policy === "debt" });
    parts.push(...took.parts);
    short += took.short;
  }
  const taken = micros(parts.reduce((sum, [, amount]) => sum + amount, 0n));
  const owed = micros(policy === "debt" ? short : 0n);
  const balanceAfter = balanceOf(book, now).total;
  return { parts, taken, short: micros(short), owed, policy, balanceBefore, balanceAfter };
}
