import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type ExplainedCharge, explainCharges } from "@/lib/pricing";
import { findUsageEvent, type UsageEvent } from "./usage-events.repo";

/** One request's usage, and the formula of its price; null where there is none that explains it. */
export type ExplainedUsage = { readonly event: UsageEvent; readonly why: ExplainedCharge | null };

/**
 * Explains what a recorded request cost, by its usage id, from the rule version it was charged under. Null when there
 * is no such request.
 */
export async function explainUsage(
  ctx: Ctx,
  id: string,
  rule: { readonly id: string; readonly version: number } | null,
): Promise<ExplainedUsage | null> {
  requireCan(ctx, "usage:read");
  const event = await findUsageEvent(readSql(), ctx.merchantId, id);
  if (!event) return null;
  const [why = null] = await explainCharges(ctx, [{ ...event, rule, usage: event }]);
  return { event, why };
}
