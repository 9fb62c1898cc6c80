import { type Ctx, requireCan } from "@/lib/access";
import { readSql, sqlOf } from "@/lib/db";
import { loadTypicalRequests } from "@/lib/logs";
import { loadSettings } from "@/lib/merchants";
import { loadPricing } from "@/lib/pricing";
import { priceUnits, type UnitPrice } from "../core/worth";

/**
 * What one request, image or video costs this merchant's customers now, for saying what a package roughly buys. For
 * sizing only: what a request costs depends on the provider's answer.
 */
export async function priceTypicalRequests(ctx: Ctx): Promise<UnitPrice[]> {
  requireCan(ctx, "usage:read");
  const sql = ctx.tx ? sqlOf(ctx.tx) : readSql();
  const [{ unpricedPolicy }, rules, typical] = await Promise.all([
    loadSettings(sql, ctx.merchantId),
    loadPricing(sql, ctx.merchantId),
    loadTypicalRequests(ctx),
  ]);
  return priceUnits({ rules, unpricedPolicy, typical });
}
