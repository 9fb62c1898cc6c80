import { type Ctx, permissionsOfScopes, type Scope, SCOPES } from "@/lib/access";
import type { TxScope } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type ApiKey, findApiKey } from "./api-keys.repo";
import { requireId } from "./known-id";

const MISSING = "There is no such API key.";

/** One key within reach of the actor: one bound to a store sees only keys bound to it. Throws `not_found`. */
export async function loadKeyInReach(
  scope: TxScope,
  { merchantId, storeId }: Pick<Ctx, "merchantId" | "storeId">,
  id: string,
): Promise<ApiKey> {
  requireId(id, MISSING);
  const key = await findApiKey({ ...scope, merchantId }, id);
  if (!key || (storeId !== null && key.store !== storeId)) throw new AppError("not_found", MISSING);
  return key;
}

/** The scopes that an actor may give a key. */
export function scopesWithin(ctx: Pick<Ctx, "permissions">): Scope[] {
  return SCOPES.filter((scope) =>
    [...permissionsOfScopes([scope])].every((each) => ctx.permissions.has(each)),
  );
}

/**
 * Nobody hands out more than they have: throws `forbidden` when a key of these scopes and this store could do
 * something that the actor cannot.
 */
export function requirePowersOver(
  ctx: Pick<Ctx, "permissions" | "storeId">,
  key: { scopes: readonly Scope[]; store: string | null },
): void {
  const beyond = [...permissionsOfScopes(key.scopes)].find((permission) => !ctx.permissions.has(permission));
  if (beyond !== undefined) {
    throw new AppError(
      "forbidden",
      `A key may not do more than whoever makes it: "${beyond}" is missing here.`,
    );
  }
  if (ctx.storeId !== null && ctx.storeId !== key.store) {
    throw new AppError("forbidden", "This key is bound to a store, and so must be every key it makes.");
  }
}
