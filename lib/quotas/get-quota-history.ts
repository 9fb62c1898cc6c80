import { type Ctx, requireCan } from "@/lib/access";
import type { QuotaDefinition } from "./core/definition";
import { periodSpecOf } from "./core/period-of-quota";
import { latestPeriods } from "./core/resets";
import { getQuota } from "./get-quota";
import { calendarOf, periodOfQuota, type QuotaUsage, usageOf } from "./quota-usage";
import { findPeriodFigures } from "./quota-usage.repo";

const PERIODS_LOOKED_AT = 7;

/**
 * What a quota came to in its running period and up to six before, latest first: how many drew on it, how many went
 * beyond the limit and by how much. An observing quota lets them, so this is who enforcing would have refused.
 * Throws `not_found`.
 */
export async function getQuotaHistory(
  ctx: Ctx,
  id: string,
): Promise<{ quota: QuotaDefinition; periods: QuotaUsage[] }> {
  requireCan(ctx, "usage:read");
  const [quota, merchant] = await Promise.all([getQuota(ctx, id), calendarOf(ctx)]);
  const windows = latestPeriods(periodSpecOf(quota, merchant), ctx.now, PERIODS_LOOKED_AT);
  const figures = await findPeriodFigures(
    ctx,
    windows.map((window) => periodOfQuota(quota, window)),
  );
  const byStart = new Map(figures.map((each) => [each.start.getTime(), each]));
  const periods = windows.flatMap((window) => {
    const found = byStart.get(window.start.getTime());
    return found ? [usageOf(found, window)] : [];
  });
  return { quota, periods };
}
