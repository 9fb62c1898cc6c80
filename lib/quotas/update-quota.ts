import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { changeConfig, registerNames } from "@/lib/merchants";
import { changedQuota } from "./core/changed-quota";
import type { QuotaDefinition } from "./core/definition";
import { requireQuota } from "./get-quota";
import { lockQuota, replaceQuota } from "./quotas.repo";
import { requireOwnStore, requireSound } from "./require-sound";
import { type UpdateQuotaInput, updateQuotaInput } from "./schemas";

/**
 * Changes what is given of a quota and leaves the rest; null clears what can be cleared. What was used in the
 * running period stays counted, unless the change makes it another period. A change that changes nothing writes
 * nothing.
 *
 * Throws `not_found`, `invalid_input` for settings that do not go together, `forbidden` for a key bound to another
 * store.
 */
export async function updateQuota(ctx: Ctx, id: string, input: UpdateQuotaInput): Promise<QuotaDefinition> {
  requireCan(ctx, "quotas:write");
  const changes = updateQuotaInput.parse(input);

  return withTx(ctx, async (tx) => {
    const current = requireQuota(await lockQuota(tx, ctx.merchantId, id));
    const quota = changedQuota(current, changes);
    if (quota === current) return current;

    requireSound(quota);
    requireOwnStore(ctx, current);
    requireOwnStore(ctx, quota);
    await registerNames(tx, ctx, quota);
    await replaceQuota(tx, ctx, quota);
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "quota.update", entity: "quota", entityId: quota.id });
    return quota;
  });
}
