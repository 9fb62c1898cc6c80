import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Store, storeTable } from "./registry.repo";
import { requireWithinStore } from "./store-reach";

/** One store. Throws `not_found`, also for a key bound to another store. */
export async function getStore(ctx: Ctx, id: string): Promise<Store> {
  requireCan(ctx, "usage:read");
  requireWithinStore(ctx, id);
  const found = await storeTable.find(readSql(), ctx.merchantId, id);
  if (!found) throw new AppError("not_found", "There is no such store.");
  return found;
}
