import { type Ctx, requireCan } from "@/lib/access";
import type { Package } from "../core/package";
import { findPackagesOnSale } from "./packages.repo";

/**
 * The packages that the customer's page can sell by itself, by position: those with a price, where a Stripe account of
 * the merchant's is there to take the money. At most fifty.
 */
export async function listPackagesOnSale(ctx: Ctx): Promise<Package[]> {
  requireCan(ctx, "usage:read");
  return findPackagesOnSale(ctx.merchantId);
}
