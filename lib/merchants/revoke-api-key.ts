import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { updateApiKeyRevoked } from "./api-keys.repo";
import { loadKeyInReach } from "./key-reach";
import { forgetKeys } from "./known-keys";

/**
 * Ends a key for ever: refused at once by this process, within moments by others. Whoever may manage keys may end
 * any in their reach, also more powerful ones, and their own. Throws `not_found`, also on a repeat.
 */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "keys:write");
  await withTx(ctx, async (tx) => {
    const { name, hint } = await loadKeyInReach({ tx }, ctx, id);
    const ended = await updateApiKeyRevoked(tx, { merchantId: ctx.merchantId, id }, ctx.now);
    if (!ended) throw new AppError("not_found", "There is no such API key.");
    await recordAudit(tx, ctx, {
      action: "api_key.revoke",
      entity: "api_key",
      entityId: id,
      details: { name, hint },
    });
  });
  forgetKeys(ctx.merchantId);
}
