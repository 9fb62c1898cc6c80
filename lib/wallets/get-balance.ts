import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { micros, type Micros } from "@/lib/kernel/micros";
import { balanceOf, endHeldParts, type LotState } from "./core";
import { findFrozen } from "./frozen.repo";
import { findExpiredHoldsOf } from "./holds.repo";
import { findLotSources } from "./wallets-read.repo";
import { readWallets } from "./wallets.repo";
import { customerIdOf, type Whose } from "./whose";

type SourcedLot = { lot: LotState; source: string; origin: object };
export type WalletView = {
  total: Micros;
  held: Micros;
  available: Micros;
  debt: Micros;
  frozen: boolean;
  /** Since when, and why where a member said so. */
  frozenAt: Date | null;
  frozenReason: string | null;
  /** Lots in force, in burn order. */
  lots: SourcedLot[];
};

/**
 * Shows a customer's balance as of `ctx.now`: lots that expired and holds whose time is over count as such at once,
 * swept or not; lots that begin later are left out. Throws `not_found`.
 */
export async function getBalance(ctx: Ctx, whose: Whose): Promise<WalletView> {
  requireCan(ctx, "usage:read");
  const sql = readSql();
  const customerId = await customerIdOf(ctx.merchantId, whose);
  const key = { merchantId: ctx.merchantId, customerId };
  const [wallets, over, sources, frozen] = await Promise.all([
    readWallets(sql, [key]),
    findExpiredHoldsOf(sql, key, ctx.now),
    findLotSources(sql, key),
    findFrozen(sql, key),
  ]);
  const wallet = wallets.get(customerId);
  if (!wallet) throw new AppError("not_found", "No such customer.");
  const { book } = wallet;
  for (const hold of over) endHeldParts(book, hold.lots, micros(0n));
  const lots = book.lots
    .filter((lot) => isShown(lot, ctx.now))
    .flatMap((lot) => {
      const source = sources.get(lot.id);
      return source ? [{ lot, source: source.source, origin: source.origin }] : [];
    });
  const { at: frozenAt, reason: frozenReason } = frozen;
  return {
    ...balanceOf(book, ctx.now),
    debt: book.debt,
    frozen: book.frozen,
    frozenAt,
    frozenReason,
    lots,
  };
}

function isShown(lot: LotState, now: Date): boolean {
  if (lot.effectiveAt > now) return false;
  return lot.held > 0n || lot.expiresAt === null || lot.expiresAt > now;
}
