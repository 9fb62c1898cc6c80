import { makePeriodCache, periodSpecOf, type PeriodWindow, type QuotaDefinition } from "@/lib/quotas/core";
import type { MerchantConfig } from "./core/world";

const windowOf = makePeriodCache();

/** The period of a quota that `now` lies in, in the quota's zone or else the merchant's. */
export function periodOf(
  quota: QuotaDefinition,
  config: Pick<MerchantConfig, "timeZone" | "weekStart">,
  now: Date,
): PeriodWindow {
  return windowOf(periodSpecOf(quota, config), now);
}
