import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { deleteWithMessages, lockLog } from "./deletion.repo";

/**
 * Deletes one log with everything that was said in it. What it cost stays in the ledger, in totals and in the proof,
 * and its conversation begins a new log with its next request.
 *
 * Throws `not_found` for an id that is unknown, another merchant's, or another store's.
 */
export async function deleteLog(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "logs:delete");
  const missing = () => new AppError("not_found", "There is no log with this id.");
  if (!isId(id)) throw missing();

  await withTx(ctx, async (tx) => {
    const { merchantId, storeId } = ctx;
    if (!(await lockLog(sqlOf(tx), { merchantId, id, store: storeId }))) throw missing();
    await deleteWithMessages(sqlOf(tx), merchantId, [id]);
    await recordAudit(tx, ctx, { action: "log.delete", entity: "log", entityId: id });
  });
}
