import type { QuotaDefinition } from "./definition";
import type { PeriodSpec } from "./period";

type Calendar = Pick<QuotaDefinition, "period" | "anchorDay" | "anchorMonth" | "timeZone">;

/** How a quota's time is cut: by its own zone, else the merchant's, with the merchant's first day of the week. */
export function periodSpecOf(
  { period, anchorDay, anchorMonth, timeZone }: Calendar,
  merchant: Pick<PeriodSpec, "timeZone" | "weekStart">,
): PeriodSpec {
  return {
    period,
    anchorDay,
    anchorMonth,
    timeZone: timeZone ?? merchant.timeZone,
    weekStart: merchant.weekStart,
  };
}
