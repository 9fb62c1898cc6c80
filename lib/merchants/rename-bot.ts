import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { botTable, type Feature } from "./registry.repo";
import { type RenameInput, renameInput } from "./schemas";

/** Changes the shown name of a bot; its id, the word requests use, is for ever. Throws `not_found`. */
export async function renameBot(ctx: Ctx, id: string, input: RenameInput): Promise<Feature> {
  requireCan(ctx, "settings:write");
  const { name } = renameInput.parse(input);

  return withTx(ctx, async (tx) => {
    const renamed = await botTable.update(sqlOf(tx), ctx.merchantId, { id, name });
    if (!renamed) throw new AppError("not_found", "There is no such bot.");
    await recordAudit(tx, ctx, { action: "bot.change", entity: "bot", entityId: id, details: { name } });
    return renamed;
  });
}
