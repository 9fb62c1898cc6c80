import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { knownKeys } from "@/lib/merchants";

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Who calls the HTTP API, from the `Authorization` header and the instant the request arrived. A known key costs
 * microseconds; a revoked one is refused at once in this process and within moments in others.
 *
 * Throws `unauthenticated` without saying whether the key never existed or was revoked.
 */
export async function ctxOfApiKey(authorization: string | null | undefined, now: Date): Promise<Ctx> {
  const key = BEARER.exec(authorization ?? "")?.[1];
  if (key === undefined) {
    throw new AppError("unauthenticated", 'Send an API key in the header "Authorization: Bearer tg_…".');
  }
  const known = await knownKeys().find(key, now);
  if (!known) throw new AppError("unauthenticated", "This API key is not valid.");
  return {
    merchantId: known.merchantId,
    actor: { kind: "api_key", id: known.id, label: known.name },
    permissions: known.permissions,
    storeId: known.store,
    now,
  };
}
