import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { type ApiKey, insertApiKey, updateApiKeyRevoked } from "./api-keys.repo";
import { makeApiKey } from "./api-key-secret";
import type { CreatedApiKey } from "./create-api-key";
import { loadKeyInReach, requirePowersOver } from "./key-reach";
import { forgetKeys } from "./known-keys";

/**
 * Replaces a key by a new one of the same name, scopes and store, shown once, and ends the old one in the same
 * transaction. The new one has an id of its own: what the old key did stays the old key's.
 *
 * Throws `not_found` (also when another request replaced it first), `forbidden` when the key can do more than
 * whoever replaces it.
 */
export async function rotateApiKey(ctx: Ctx, id: string): Promise<CreatedApiKey> {
  requireCan(ctx, "keys:write");
  const { key, keyHash, hint } = makeApiKey(ctx.merchantId);

  const rotated = await withTx(ctx, async (tx) => {
    const old = await loadKeyInReach({ tx }, ctx, id);
    requirePowersOver(ctx, old);
    const ended = await updateApiKeyRevoked(tx, { merchantId: ctx.merchantId, id }, ctx.now);
    if (!ended) throw new AppError("not_found", "There is no such API key.");
    const made: ApiKey = { ...old, id: newId(ctx.now), hint, createdAt: ctx.now, lastUsedAt: null };
    await insertApiKey(tx, { ...made, merchantId: ctx.merchantId, keyHash });
    await recordAudit(tx, ctx, {
      action: "api_key.rotate",
      entity: "api_key",
      entityId: made.id,
      details: { name: made.name, replaces: id, hint },
    });
    return { ...made, key };
  });
  forgetKeys(ctx.merchantId);
  return rotated;
}
