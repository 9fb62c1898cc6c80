import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { changeConfig, registerNames } from "@/lib/merchants";
import { changedQuota, QUOTA_DEFAULTS } from "./core/changed-quota";
import type { QuotaDefinition } from "./core/definition";
import { insertQuota } from "./quotas.repo";
import { requireOwnStore, requireSound } from "./require-sound";
import { type CreateQuotaInput, createQuotaInput } from "./schemas";

/**
 * Adds a quota; it counts from the next request on. Names of modules, bots and stores not seen before are
 * registered. Each call adds a quota: there is no idempotency key.
 *
 * Throws `invalid_input` for settings that do not go together, such as a role on a quota for guests, and
 * `forbidden` for a key bound to another store.
 */
export async function createQuota(ctx: Ctx, input: CreateQuotaInput): Promise<QuotaDefinition> {
  requireCan(ctx, "quotas:write");
  const { audience, ...settings } = createQuotaInput.parse(input);
  const blank = { ...QUOTA_DEFAULTS, id: newId(ctx.now), audience };
  const quota = changedQuota(blank, { ...settings, store: settings.store ?? ctx.storeId });
  requireSound(quota);
  requireOwnStore(ctx, quota);

  return withTx(ctx, async (tx) => {
    await registerNames(tx, ctx, quota);
    await insertQuota(tx, ctx, quota);
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "quota.create", entity: "quota", entityId: quota.id });
    return quota;
  });
}
