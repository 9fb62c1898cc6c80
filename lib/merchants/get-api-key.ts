import { type Ctx, requireCan } from "@/lib/access";
import type { ApiKey } from "./api-keys.repo";
import { loadKeyInReach } from "./key-reach";

/** One key that is not revoked; never the key itself. Throws `not_found`. */
export async function getApiKey(ctx: Ctx, id: string): Promise<ApiKey> {
  requireCan(ctx, "usage:read");
  return loadKeyInReach(ctx, ctx, id);
}
