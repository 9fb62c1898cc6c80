import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { findLastPurchase, type PurchaseEntry } from "./customer-use.repo";
import { findCustomerId } from "./wallets-read.repo";

/**
 * The newest purchase that was booked for a customer, whatever was taken back of it since; null when there is none. Its
 * cost does not grow with usage. Throws `not_found` for an unknown customer.
 */
export async function getLastPurchase(ctx: Ctx, externalId: string): Promise<PurchaseEntry | null> {
  requireCan(ctx, "usage:read");
  const customerId = await findCustomerId(readSql(), ctx.merchantId, externalId);
  if (customerId === null) throw new AppError("not_found", "No such customer.");
  return findLastPurchase(readSql(), { merchantId: ctx.merchantId, customerId });
}
