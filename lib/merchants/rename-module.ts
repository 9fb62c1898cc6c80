import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { moduleTable, type Module } from "./registry.repo";
import { type RenameInput, renameInput } from "./schemas";

/** Changes the shown name of a module; its id, the word requests use, is for ever. Throws `not_found`. */
export async function renameModule(ctx: Ctx, id: string, input: RenameInput): Promise<Module> {
  requireCan(ctx, "settings:write");
  const { name } = renameInput.parse(input);

  return withTx(ctx, async (tx) => {
    const renamed = await moduleTable.update(sqlOf(tx), ctx.merchantId, { id, name });
    if (!renamed) throw new AppError("not_found", "There is no such module.");
    await recordAudit(tx, ctx, {
      action: "module.change",
      entity: "module",
      entityId: id,
      details: { name },
    });
    return renamed;
  });
}
