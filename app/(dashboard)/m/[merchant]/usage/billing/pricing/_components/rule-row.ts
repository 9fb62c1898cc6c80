import { formatCredits } from "@/lib/kernel/format";
import type { Micros } from "@/lib/kernel/micros";
import {
  assumedUsage,
  type ListPrice,
  marginOf,
  perThousand,
  priceUsage,
  type PricingRule,
  type TypicalUsage,
  type Usage,
  type Worth,
  ZERO_TICKS,
} from "@/lib/pricing/core";
import type { ListedRule, TypicalRequest } from "@/lib/pricing";
import { nameOf, type Names } from "./names";
import { METHOD_WORDS, operationWords, ROUNDING_WORDS, UNIT_WORDS, WORDS } from "./words";

/** A rule as a row of the table: plain values, in words. */
export type RuleRow = {
  readonly id: string;
  readonly usage: string;
  readonly provider: string;
  readonly model: string;
  readonly method: string;
  readonly rate: string;
  readonly rounding: string;
  readonly list: string;
  readonly tiered: boolean;
  readonly margin: { readonly share: string; readonly loss: boolean; readonly tip: string } | null;
  readonly enabled: boolean;
  readonly editedAt: Date;
  readonly editedBy: string;
  readonly reason: string | null;
};

/** What margins are worked out with. */
export type MarginFrame = {
  readonly currency: string;
  readonly worth: Worth | null;
  readonly typical: readonly TypicalRequest[];
};

type About = { readonly names: Names; readonly price: ListPrice | null; readonly margins: MarginFrame };

export function toRuleRow(rule: ListedRule, { names, price, margins }: About): RuleRow {
  return {
    id: rule.id,
    usage: [usageWords(rule, names), ...scopeWords(rule, names)].join(" · "),
    provider: rule.provider ?? WORDS.anyProvider,
    model: rule.model ?? WORDS.anyModel,
    method: METHOD_WORDS[rule.method],
    rate: rateWords(rule),
    rounding: ROUNDING_WORDS[rule.rounding].label,
    list: listWords(price),
    tiered: price?.tiered ?? false,
    margin: price && marginWords(rule, price, margins),
    enabled: rule.enabled,
    editedAt: rule.edited.at,
    editedBy: rule.edited.by.label,
    reason: rule.edited.reason,
  };
}

/** "Chatbot · Chat". */
export function usageWords(
  { module, operation }: Pick<PricingRule, "module" | "operation">,
  names: Names,
): string {
  return `${module === null ? WORDS.anyModule : nameOf(names.modules, module)} · ${operationWords(operation)}`;
}

function scopeWords({ bot, form }: PricingRule, names: Names): string[] {
  return [
    ...(bot === null ? [] : [WORDS.bot(nameOf(names.bots, bot))]),
    ...(form === null ? [] : [WORDS.form(nameOf(names.forms, form))]),
  ];
}

/** "1 in · 2 out", or "5 per image". */
export function rateWords(rule: PricingRule): string {
  if (rule.method !== "per_1k_tokens") return `${creditsOf(rule.unitRate)} ${UNIT_WORDS[rule.method]}`;
  return `${creditsOf(rule.inputRate)} in · ${creditsOf(rule.outputRate)} out`;
}

function creditsOf(rate: Micros | null): string {
  return formatCredits(rate ?? 0n);
}

function listWords(price: ListPrice | null): string {
  if (!price) return "";
  const dollars = (each: bigint | null) => (each === null ? "–" : `$${perThousand(each)}`);
  return `${dollars(price.input)} · ${dollars(price.output)}`;
}

/** The average request of a rule's usage type, or of its operation anywhere, or the stated assumption. */
export function typicalFor(
  { module, operation }: Pick<PricingRule, "module" | "operation">,
  typical: readonly TypicalRequest[],
): TypicalUsage {
  const of = (wanted: string | null) =>
    typical.find((each) => each.operation === operation && each.module === wanted);
  return of(module) ?? of(null) ?? assumedUsage(operation);
}

function marginWords(rule: PricingRule, price: ListPrice, { currency, worth, typical }: MarginFrame) {
  if (!worth) return null;
  const { usage } = typicalFor(rule, typical);
  const costMicros = averageCost(rule, usage);
  const margin = marginOf(price, { usage, micros: costMicros, worth });
  if (!margin) return null;
  const tip = WORDS.marginTip({
    usage: WORDS.tokens(usage.inputTokens, usage.outputTokens),
    credits: formatCredits(costMicros),
    revenue: `${margin.revenue} ${currency}`,
    cost: `${margin.cost} ${currency}`,
  });
  return { share: margin.share, loss: margin.loss, tip };
}

/** What such a request costs over time: a fraction that is carried is paid as well. */
function averageCost(rule: PricingRule, usage: Usage): Micros {
  const exact = rule.rounding === "carry" ? { ...rule, rounding: "exact" as const } : rule;
  const input = {
    rule: exact,
    usage,
    unpricedPolicy: "free",
    carryTicks: ZERO_TICKS,
    mode: "usage",
  } as const;
  return priceUsage(input).costMicros;
}
