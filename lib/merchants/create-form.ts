import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { registerOnSight } from "./register-on-sight";
import { formTable, type Feature } from "./registry.repo";
import { createFeatureInput, type CreateFeatureInput } from "./schemas";

/**
 * Registers a form before the first request names it, for its shown name. A module not seen yet is registered too.
 * Throws `conflict` when there is a form of this id.
 */
export async function createForm(ctx: Ctx, input: CreateFeatureInput): Promise<Feature> {
  requireCan(ctx, "settings:write");
  const { id, module, name = id } = createFeatureInput.parse(input);

  return withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    await registerOnSight(sql, ctx.merchantId, {
      modules: [module],
      bots: [],
      forms: [],
      stores: [],
      at: ctx.now,
    });
    const created = await formTable.insert(sql, ctx.merchantId, {
      id,
      name,
      own: module,
      createdAt: ctx.now,
    });
    if (!created) throw new AppError("conflict", "There is a form with this id already.");
    await recordAudit(tx, ctx, {
      action: "form.create",
      entity: "form",
      entityId: id,
      details: { module, name },
    });
    return created;
  });
}
