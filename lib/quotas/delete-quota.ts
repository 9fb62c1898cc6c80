import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { changeConfig } from "@/lib/merchants";
import { requireQuota } from "./get-quota";
import { lockQuota, markQuotaDeleted } from "./quotas.repo";
import { requireOwnStore } from "./require-sound";

/**
 * Takes a quota out of force for good: from the next request on it binds nobody. What open holds keep of it
 * still returns to its counters. Throws `not_found`, also on a repeat, and
 * `forbidden` for a key bound to another store.
 */
export async function deleteQuota(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "quotas:write");

  await withTx(ctx, async (tx) => {
    const quota = requireQuota(await lockQuota(tx, ctx.merchantId, id));
    requireOwnStore(ctx, quota);
    await markQuotaDeleted(tx, ctx, quota.id);
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "quota.delete", entity: "quota", entityId: quota.id });
  });
}
