import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { QuotaDefinition } from "./core/definition";
import { getQuota } from "./get-quota";
import { currentUsageOf, periodOfQuota, type QuotaUsage } from "./quota-usage";
import { findEdited, findMostUsed, type QuotaSubjectUse } from "./quota-usage.repo";

const MOST_SUBJECTS = 10;

export type QuotaUsageDetail = {
  readonly quota: QuotaDefinition;
  readonly usage: QuotaUsage;
  /** Who drew most in the period, the most first. */
  readonly top: readonly QuotaSubjectUse[];
  readonly editedAt: Date;
};

/** What a quota's current period came to so far, over all who drew on it, and who drew most. Throws `not_found`. */
export async function getQuotaUsage(ctx: Ctx, id: string): Promise<QuotaUsageDetail> {
  requireCan(ctx, "usage:read");
  const quota = await getQuota(ctx, id);
  const [usages, edited] = await Promise.all([currentUsageOf(ctx, [quota]), findEdited(ctx, [id])]);
  const [usage, editedAt] = [usages.get(quota.id), edited.get(quota.id)];
  if (!usage || !editedAt) throw new AppError("not_found", "There is no such quota.");
  const top = await findMostUsed(ctx, periodOfQuota(quota, usage.period), MOST_SUBJECTS);
  return { quota, usage, top, editedAt };
}
