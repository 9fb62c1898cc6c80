import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { purchaseJson, type PurchaseJson } from "./purchase-json";
import { findLines } from "./purchase-lines.repo";
import { findPurchase, type PurchaseRow } from "./purchases.repo";

/** One purchase with its lines. Throws `not_found`. */
export async function getPurchase(ctx: Ctx, id: string): Promise<PurchaseJson> {
  requireCan(ctx, "usage:read");
  return describePurchase(ctx.merchantId, id);
}

/** As it now stands. Throws `not_found`. */
export async function describePurchase(merchantId: string, id: string): Promise<PurchaseJson> {
  const purchase = requirePurchase(await findPurchase(merchantId, id));
  return purchaseJson(purchase, await findLines(merchantId, [purchase.id]));
}

/** Throws `not_found` when there is none. */
export function requirePurchase(found: PurchaseRow | null): PurchaseRow {
  if (found) return found;
  throw new AppError("not_found", "There is no such purchase.");
}
