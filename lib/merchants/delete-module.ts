import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { changeConfig } from "./load-settings";
import { deleteFeaturesOf, moduleTable } from "./registry.repo";

/**
 * Takes a module out of the registry, with its bots and forms. What was recorded under its id keeps the id; rules and quotas that name it
 * stay; the next request that names it registers it again. Throws `not_found`, also on a repeat.
 */
export async function deleteModule(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "settings:write");
  await withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    await deleteFeaturesOf(sql, ctx.merchantId, id);
    const deleted = await moduleTable.delete(sql, ctx.merchantId, id);
    if (!deleted) throw new AppError("not_found", "There is no such module.");
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "module.delete", entity: "module", entityId: id });
  });
}
