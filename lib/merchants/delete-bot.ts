import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { changeConfig } from "./load-settings";
import { botTable } from "./registry.repo";

/**
 * Takes a bot out of the registry. What was recorded under its id keeps the id; rules and quotas that name it
 * stay; the next request that names it registers it again. Throws `not_found`, also on a repeat.
 */
export async function deleteBot(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "settings:write");
  await withTx(ctx, async (tx) => {
    const deleted = await botTable.delete(sqlOf(tx), ctx.merchantId, id);
    if (!deleted) throw new AppError("not_found", "There is no such bot.");
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "bot.delete", entity: "bot", entityId: id });
  });
}
