import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { deleteWaitingDeletion } from "./deletions.repo";

/** Takes the deletion of the merchant back, while it waits. Throws `not_found` when none waits, also on a repeat. */
export async function cancelDeletion(ctx: Ctx): Promise<void> {
  requireCan(ctx, "merchant:delete");
  await withTx(ctx, async (tx) => {
    const taken = await deleteWaitingDeletion(tx, ctx.merchantId);
    if (!taken) throw new AppError("not_found", "No deletion of this merchant is waiting.");
    await recordAudit(tx, ctx, {
      action: "merchant.cancel_deletion",
      entity: "merchant",
      entityId: ctx.merchantId,
    });
  });
}
