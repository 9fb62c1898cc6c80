import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Module, moduleTable } from "./registry.repo";
import { createModuleInput, type CreateModuleInput } from "./schemas";

/**
 * Registers a module of the merchant's own before the first request names it. Throws `conflict` when there is one
 * of this id.
 */
export async function createModule(ctx: Ctx, input: CreateModuleInput): Promise<Module> {
  requireCan(ctx, "settings:write");
  const { id, name = id } = createModuleInput.parse(input);

  return withTx(ctx, async (tx) => {
    const created = await moduleTable.insert(sqlOf(tx), ctx.merchantId, { id, name, createdAt: ctx.now });
    if (!created) throw new AppError("conflict", "There is a module with this id already.");
    await recordAudit(tx, ctx, {
      action: "module.create",
      entity: "module",
      entityId: id,
      details: { name },
    });
    return created;
  });
}
