import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { quotaProblems } from "./core/changed-quota";
import type { QuotaDefinition } from "./core/definition";

/** Throws `invalid_input` when settings of the quota do not go together. */
export function requireSound(quota: QuotaDefinition): void {
  const errors = quotaProblems(quota);
  if (errors.length > 0) throw new AppError("invalid_input", "This quota cannot be counted.", { errors });
}

/**
 * A key that is bound to a store makes and changes quotas of that store only. Throws `forbidden` for one of another
 * store, or of all stores.
 */
export function requireOwnStore({ storeId }: Pick<Ctx, "storeId">, quota: QuotaDefinition): void {
  if (storeId === null || quota.store === storeId) return;
  throw new AppError("forbidden", `This key may act for the store "${storeId}" only.`);
}
