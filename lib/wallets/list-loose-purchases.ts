import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { findLoosePurchases, type PurchaseEntry } from "./customer-use.repo";

/**
 * What a customer bought elsewhere than in a connected shop, and what was taken back of it: entries of the ledger that
 * belong to no order, newest first, at most `limit` below the id `before`.
 */
export async function listLoosePurchases(
  ctx: Ctx,
  customerId: string,
  page: { before: string | null; limit: number },
): Promise<PurchaseEntry[]> {
  requireCan(ctx, "usage:read");
  return findLoosePurchases(readSql(), { merchantId: ctx.merchantId, customerId, ...page });
}
