import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { listRuleVersions } from "@/lib/pricing";
import { explainPrice, type PriceExplanation, type PricingRule, ZERO_TICKS } from "@/lib/pricing/core";
import { findUsageEvent, type UsageEvent } from "./usage-events.repo";

/** One request's usage, and the formula of its price; null where its rule version cannot be found again. */
export type ExplainedUsage = { readonly event: UsageEvent; readonly why: PriceExplanation | null };

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
  const version = rule && (await versionOf(ctx, rule));
  if (rule && !version) return { event, why: null };
  const why = explain(event, version ?? null);
  // A formula that does not lead to what was charged explains nothing.
  return { event, why: why.raw === event.rawCost ? why : null };
}

async function versionOf(
  by: Ctx,
  rule: { readonly id: string; readonly version: number },
): Promise<PricingRule | undefined> {
  const page = await listRuleVersions(by, rule.id, { limit: 200 });
  return page.data.find((each) => each.version === rule.version);
}

/** Without a rule the merchant's policy decided: a cost says that raw units were charged. */
function explain(event: UsageEvent, rule: PricingRule | null): PriceExplanation {
  return explainPrice({
    rule,
    unpricedPolicy: event.cost > 0n ? "raw_units" : "free",
    usage: {
      inputTokens: Number(event.inputTokens),
      outputTokens: Number(event.outputTokens),
      cachedInputTokens: Number(event.cachedInputTokens),
      cacheWriteTokens: Number(event.cacheWriteTokens),
      reasoningTokens: Number(event.reasoningTokens),
      totalTokens: Number(event.totalTokens),
      images: event.images,
      videos: event.videos,
      milliseconds: Number(event.millis),
    },
    carryTicks: ZERO_TICKS,
    mode: "usage",
  });
}
