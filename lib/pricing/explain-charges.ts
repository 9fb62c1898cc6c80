import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { ZERO_TICKS } from "./core/cost";
import { explainPrice, type PriceExplanation } from "./core/explain";
import type { PricingRule } from "./core/types";
import type { Usage } from "./core/usage";
import { loadRuleVersions } from "./pricing.repo";

type RuleVersionRef = { readonly id: string; readonly version: number };

/** A charge as it was recorded: the counts of its usage, and what came of them. */
export type RecordedCharge = {
  /** The version it was charged under; null: none matched. */
  readonly rule: RuleVersionRef | null;
  readonly usage: { readonly [Count in Exclude<keyof Usage, "milliseconds">]: bigint | number } & {
    readonly millis: bigint;
  };
  readonly cost: bigint;
  /** Exact cost before rounding, as a decimal string of credits. */
  readonly rawCost: string;
};

/** The formula of a charge, and the rule it came from as it stood then; null where the merchant's policy decided. */
export type ExplainedCharge = PriceExplanation & { readonly under: PricingRule | null };

/**
 * The formula behind each charge, in their order, from the rule version it was charged under. Null where that version
 * cannot be found, or where its formula does not lead to what was charged: then it explains nothing.
 */
export async function explainCharges(
  ctx: Ctx,
  charges: readonly RecordedCharge[],
): Promise<(ExplainedCharge | null)[]> {
  requireCan(ctx, "usage:read");
  const named = new Map(charges.flatMap(({ rule }) => (rule ? [[keyOf(rule), rule]] : [])));
  const refs = [...named.values()].map(({ id, version }) => ({
    merchantId: ctx.merchantId,
    ruleId: id,
    version,
  }));
  const versions = await loadRuleVersions(readSql(), refs);
  const known = new Map(versions.map((rule) => [keyOf(rule), rule]));
  return charges.map((charge) => {
    const under = charge.rule ? known.get(keyOf(charge.rule)) : null;
    return under === undefined ? null : explain(charge, under);
  });
}

function keyOf({ id, version }: RuleVersionRef): string {
  return `${id}:${version}`;
}

/** Without a rule the merchant's policy decided: a cost says that raw units were charged. */
function explain(
  { usage, cost, rawCost }: RecordedCharge,
  under: PricingRule | null,
): ExplainedCharge | null {
  const why = explainPrice({
    rule: under,
    unpricedPolicy: cost > 0n ? "raw_units" : "free",
    usage: {
      inputTokens: Number(usage.inputTokens),
      outputTokens: Number(usage.outputTokens),
      cachedInputTokens: Number(usage.cachedInputTokens),
      cacheWriteTokens: Number(usage.cacheWriteTokens),
      reasoningTokens: Number(usage.reasoningTokens),
      totalTokens: Number(usage.totalTokens),
      images: Number(usage.images),
      videos: Number(usage.videos),
      milliseconds: Number(usage.millis),
    },
    carryTicks: ZERO_TICKS,
    mode: "usage",
  });
  return why.raw === rawCost ? { ...why, under } : null;
}
