import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Store, storeTable } from "./registry.repo";
import { patchStoreInput, type PatchStoreInput } from "./schemas";
import { requireWithinStore } from "./store-reach";

/**
 * Changes a store's shown name or address; what is absent stays, a null address clears it. The id, the word
 * requests use, is for ever. Throws `not_found`.
 */
export async function patchStore(ctx: Ctx, id: string, input: PatchStoreInput): Promise<Store> {
  requireCan(ctx, "settings:write");
  requireWithinStore(ctx, id);
  const changes = patchStoreInput.parse(input);

  return withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const before = await storeTable.find(sql, ctx.merchantId, id);
    if (!before) throw new AppError("not_found", "There is no such store.");
    const name = changes.name ?? before.name;
    const url = changes.url === undefined ? before.url : changes.url;
    const after = await storeTable.update(sql, ctx.merchantId, { id, name, url });
    if (!after) throw new AppError("not_found", "There is no such store.");
    await recordAudit(tx, ctx, {
      action: "store.change",
      entity: "store",
      entityId: id,
      details: { name, url },
    });
    return after;
  });
}
