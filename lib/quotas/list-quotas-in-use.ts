import { type Ctx, requireCan } from "@/lib/access";
import type { Page } from "@/lib/kernel/cursor";
import type { QuotaDefinition } from "./core/definition";
import { listQuotas } from "./list-quotas";
import { currentUsageOf, type QuotaUsage } from "./quota-usage";
import { findEdited } from "./quota-usage.repo";
import type { ListQuotasInput } from "./schemas";

/** A quota with what its current period came to so far, and when it was last changed. */
export type QuotaInUse = {
  readonly quota: QuotaDefinition;
  readonly usage: QuotaUsage;
  readonly editedAt: Date;
};

/** The merchant's quotas that the filters leave, with their use, newest first. Reads the counters of the running periods alone. */
export async function listQuotasInUse(ctx: Ctx, query: ListQuotasInput = {}): Promise<Page<QuotaInUse>> {
  requireCan(ctx, "usage:read");
  const page = await listQuotas(ctx, query);
  const [usage, edited] = await Promise.all([
    currentUsageOf(ctx, page.data),
    findEdited(
      ctx,
      page.data.map((quota) => quota.id),
    ),
  ]);
  const data = page.data.flatMap((quota): QuotaInUse[] => {
    const [used, editedAt] = [usage.get(quota.id), edited.get(quota.id)];
    return used && editedAt ? [{ quota, usage: used, editedAt }] : [];
  });
  return { data, nextCursor: page.nextCursor };
}
