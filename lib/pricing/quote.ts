import { type Ctx, requireCan } from "@/lib/access";
import { readSql, sqlOf } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import { loadSettings } from "@/lib/merchants";
import { rawCostString, ZERO_TICKS } from "./core/cost";
import { explainPrice, type PriceExplanation } from "./core/explain";
import { type Considered, explainMatch } from "./core/explain-match";
import { matchRule } from "./core/match-rule";
import { priceUsage } from "./core/price";
import type { PriceableRequest } from "./core/types";
import { type UsageInput, usageOf } from "./core/usage";
import { loadAllRules } from "./pricing.repo";
import { ruleJson } from "./rule-json";

/** What is to be priced, as the edge parsed it. Who asks does not change a price. */
export type QuoteRequest = {
  readonly module: string;
  readonly operation: string;
  readonly bot?: string | null | undefined;
  readonly form?: string | null | undefined;
  readonly provider: string;
  readonly model: string;
  readonly usage: UsageInput;
};

export type Quote = {
  readonly costMicros: Micros;
  /** Credits before rounding, as a decimal string of up to nine places. */
  readonly rawCost: string;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly unpriced: boolean;
  readonly explanation: PriceExplanation;
  /** The rules of the operation and why each does or does not price the request, the likeliest first. */
  readonly considered: readonly ReturnType<typeof consideredJson>[];
};

/** So many rules are explained. */
const MOST_CONSIDERED = 50;

/**
 * What a request would cost now: the amount `authorize` would set aside, with the formula spelled out. Nothing
 * is charged, held or registered. Without a rule the merchant's unpriced policy speaks; under `block` the quote
 * is 0, unpriced and explained as blocked.
 */
export async function quote(ctx: Ctx, request: QuoteRequest): Promise<Quote> {
  requireCan(ctx, "usage:write");
  const sql = ctx.tx ? sqlOf(ctx.tx) : readSql();
  const [settings, rules] = await Promise.all([
    loadSettings(sql, ctx.merchantId),
    loadAllRules(sql, ctx.merchantId),
  ]);
  const rule = matchRule(rules, priceable(request));
  const input = {
    rule,
    unpricedPolicy: settings.unpricedPolicy,
    usage: usageOf(request.usage),
    carryTicks: ZERO_TICKS,
    mode: "authorize",
  } as const;
  const price = priceUsage(input);
  return {
    costMicros: price.costMicros,
    rawCost: rawCostString(price.rawTicks),
    rule: rule && { id: rule.id, version: rule.version },
    unpriced: price.unpriced,
    explanation: explainPrice(input),
    considered: explainMatch(rules, priceable(request))
      .filter(({ verdict }) => verdict !== "other_operation")
      .slice(0, MOST_CONSIDERED)
      .map(consideredJson),
  };
}

function consideredJson({ rule, verdict }: Considered) {
  return { verdict, rule: ruleJson(rule) };
}

function priceable({ module, operation, bot, form, provider, model }: QuoteRequest): PriceableRequest {
  return { module, operation, bot: bot ?? null, form: form ?? null, provider, model };
}
