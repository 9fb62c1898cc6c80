import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { changeConfig } from "./load-settings";
import { storeTable } from "./registry.repo";
import { requireWithinStore } from "./store-reach";

/**
 * Takes a store out of the registry. What was recorded under its id keeps the id; rules and quotas that name it
 * stay; the next request that names it registers it again. Throws `not_found`, also on a repeat.
 */
export async function deleteStore(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "settings:write");
  requireWithinStore(ctx, id);
  await withTx(ctx, async (tx) => {
    const deleted = await storeTable.delete(sqlOf(tx), ctx.merchantId, id);
    if (!deleted) throw new AppError("not_found", "There is no such store.");
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "store.delete", entity: "store", entityId: id });
  });
}
