import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Store, storeTable } from "./registry.repo";
import { createStoreInput, type CreateStoreInput } from "./schemas";

/**
 * Registers a store before the first request names it. Throws `conflict` when there is one of this id, `forbidden`
 * for a key bound to another store.
 */
export async function createStore(ctx: Ctx, input: CreateStoreInput): Promise<Store> {
  requireCan(ctx, "settings:write");
  const { id, name = id, url = null } = createStoreInput.parse(input);
  if (ctx.storeId !== null && ctx.storeId !== id) {
    throw new AppError("forbidden", "This key is bound to another store.");
  }

  return withTx(ctx, async (tx) => {
    const created = await storeTable.insert(sqlOf(tx), ctx.merchantId, {
      id,
      name,
      own: url,
      createdAt: ctx.now,
    });
    if (!created) throw new AppError("conflict", "There is a store with this id already.");
    await recordAudit(tx, ctx, {
      action: "store.create",
      entity: "store",
      entityId: id,
      details: { name, url },
    });
    return created;
  });
}
