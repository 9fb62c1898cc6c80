import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Page, pageQuery } from "@/lib/kernel/cursor";
import { registryPage } from "./registry-page";
import { type Store, storeTable } from "./registry.repo";

/**
 * The stores of the merchant, newest first, those registered on sight among them. A key bound to a store sees
 * that one only.
 */
export async function listStores(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<Store>> {
  requireCan(ctx, "usage:read");
  const page = pageQuery.parse(query);
  if (ctx.storeId !== null) {
    const own = await storeTable.find(readSql(), ctx.merchantId, ctx.storeId);
    return { data: own ? [own] : [], nextCursor: null };
  }
  return registryPage(page, (bounds) => storeTable.list(readSql(), ctx.merchantId, bounds));
}
