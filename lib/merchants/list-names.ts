import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { findNames, type Named } from "./names.repo";

/**
 * What the merchant calls modules, bots and stores, in one look, for pages that only say names: the newest 200 of each;
 * what is beyond goes by its id.
 */
export async function listNames(ctx: Ctx): Promise<Named[]> {
  requireCan(ctx, "usage:read");
  return findNames(readSql(), ctx.merchantId);
}
