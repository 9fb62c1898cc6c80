import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { type ApiKey, insertApiKey } from "./api-keys.repo";
import { makeApiKey } from "./api-key-secret";
import { requirePowersOver } from "./key-reach";
import { registerNames } from "./register-on-sight";
import { createApiKeyInput, type CreateApiKeyInput } from "./schemas";

/** A key with the only showing of itself. */
export type CreatedApiKey = ApiKey & { key: string };

/**
 * Makes an API key and shows it, once. A key made by one that is bound to a store is bound to that store; a store
 * not seen yet is registered. Each call makes another key.
 *
 * Throws `forbidden` when the key could do more than whoever makes it.
 */
export async function createApiKey(ctx: Ctx, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  requireCan(ctx, "keys:write");
  const { name, scopes, store: wished } = createApiKeyInput.parse(input);
  const store = wished ?? ctx.storeId;
  requirePowersOver(ctx, { scopes, store });
  const { key, keyHash, hint } = makeApiKey(ctx.merchantId);
  const made: ApiKey = {
    id: newId(ctx.now),
    name,
    scopes,
    store,
    lastUsedAt: null,
    hint,
    createdAt: ctx.now,
  };

  return withTx(ctx, async (tx) => {
    await registerNames(tx, ctx, { store });
    await insertApiKey(tx, { ...made, merchantId: ctx.merchantId, keyHash });
    await recordAudit(tx, ctx, {
      action: "api_key.create",
      entity: "api_key",
      entityId: made.id,
      details: { name, scopes, store, hint },
    });
    return { ...made, key };
  });
}
