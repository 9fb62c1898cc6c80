import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { QuotaDefinition } from "./core/definition";
import { findQuota } from "./quotas.repo";

/** A quota as it stands. Throws `not_found` for one that is deleted, of another merchant, or no id at all. */
export async function getQuota(ctx: Ctx, id: string): Promise<QuotaDefinition> {
  requireCan(ctx, "usage:read");
  return requireQuota(await findQuota(ctx, id));
}

/** The quota that was found. Throws `not_found` when none was. */
export function requireQuota(quota: QuotaDefinition | null): QuotaDefinition {
  if (quota) return quota;
  throw new AppError("not_found", "There is no such quota.");
}
