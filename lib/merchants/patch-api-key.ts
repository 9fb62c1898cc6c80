import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { type ApiKey, updateApiKeyName } from "./api-keys.repo";
import { loadKeyInReach } from "./key-reach";
import { forgetKeys } from "./known-keys";
import { type PatchApiKeyInput, patchApiKeyInput } from "./schemas";

/**
 * Changes the name of a key. What a key may do never changes: make another one. Throws `not_found`.
 */
export async function patchApiKey(ctx: Ctx, id: string, input: PatchApiKeyInput): Promise<ApiKey> {
  requireCan(ctx, "keys:write");
  const { name } = patchApiKeyInput.parse(input);

  const patched = await withTx(ctx, async (tx) => {
    const before = await loadKeyInReach({ tx }, ctx, id);
    await updateApiKeyName(tx, { merchantId: ctx.merchantId, id }, name);
    await recordAudit(tx, ctx, {
      action: "api_key.rename",
      entity: "api_key",
      entityId: id,
      details: { from: before.name, to: name },
    });
    return { ...before, name };
  });
  forgetKeys(ctx.merchantId);
  return patched;
}
