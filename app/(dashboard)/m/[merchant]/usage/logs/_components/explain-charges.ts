import type { MemberCtx } from "@/lib/auth";
import type { Charge } from "@/lib/logs";
import { listRuleVersions } from "@/lib/pricing";
import { explainPrice, type PriceExplanation, type PricingRule, ZERO_TICKS } from "@/lib/pricing/core";

/** The formula, and what the rule it came from is about. */
export type ExplainedCharge = PriceExplanation & { readonly target: string | null };

/**
 * The formula behind each charge, by event id, from the rule version it was charged under. A charge whose version
 * cannot be found again has none; what was charged stands in the charge itself.
 */
export async function explainCharges(
  ctx: MemberCtx,
  charges: readonly Charge[],
): Promise<Map<string, ExplainedCharge>> {
  const ruleIds = new Set(charges.flatMap((charge) => (charge.rule ? [charge.rule.id] : [])));
  const versions = await Promise.all([...ruleIds].map((id) => versionsOf(ctx, id)));
  const known = new Map(versions.flat().map((rule) => [versionKey(rule), rule]));
  return new Map(
    charges.flatMap((charge) => {
      const rule = charge.rule ? known.get(versionKey(charge.rule)) : null;
      if (rule === undefined) return [];
      const why = explain(charge, rule);
      // A formula that does not lead to what was charged explains nothing.
      return why.raw === charge.rawCost ? [[charge.eventId, { ...why, target: rule && targetOf(rule) }]] : [];
    }),
  );
}

const NEWEST_VERSIONS = { limit: 200 };

async function versionsOf(ctx: MemberCtx, ruleId: string): Promise<PricingRule[]> {
  const page = await listRuleVersions(ctx, ruleId, NEWEST_VERSIONS);
  return page.data;
}

/** Which requests a rule is about, most specific first: "support · chat · openai gpt-4o". */
function targetOf({ module, bot, form, operation, provider, model }: PricingRule): string {
  const scope = bot ?? form ?? module ?? "any module";
  const what = [provider, model ?? "any model"].filter((part) => part !== null).join(" ");
  return `${scope} · ${operation} · ${what}`;
}

function versionKey({ id, version }: { id: string; version: number }): string {
  return `${id}:${version}`;
}

/** Without a rule the merchant's policy decided: a cost says that raw units were charged. */
function explain(charge: Charge, rule: PricingRule | null): PriceExplanation {
  const { millis, ...usage } = charge.usage;
  return explainPrice({
    rule,
    unpricedPolicy: charge.cost > 0n ? "raw_units" : "free",
    usage: {
      inputTokens: Number(usage.inputTokens),
      outputTokens: Number(usage.outputTokens),
      cachedInputTokens: Number(usage.cachedInputTokens),
      cacheWriteTokens: Number(usage.cacheWriteTokens),
      reasoningTokens: Number(usage.reasoningTokens),
      totalTokens: Number(usage.totalTokens),
      images: usage.images,
      videos: usage.videos,
      milliseconds: Number(millis),
    },
    carryTicks: ZERO_TICKS,
    mode: "usage",
  });
}
