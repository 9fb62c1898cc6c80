import { matchRule, ruleFits } from "./match-rule";
import { modelFits } from "./model-pattern";
import { rankOf } from "./rank";
import type { PriceableRequest, PricingRule } from "./types";

/** Why a rule prices a request, or the first reason why it does not. */
export const VERDICTS = [
  "matched",
  "less_specific",
  "disabled",
  "other_bot",
  "other_form",
  "other_module",
  "other_provider",
  "other_model",
  "other_operation",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Considered<Rule extends PricingRule = PricingRule> = {
  readonly rule: Rule;
  readonly verdict: Verdict;
};

/**
 * Every rule with what speaks for or against it: first the one that prices the request, then those that would if it
 * were not there, then the near misses. Rules of the same verdict come by how specific they are.
 */
export function explainMatch<Rule extends PricingRule>(
  rules: readonly Rule[],
  request: PriceableRequest,
): Considered<Rule>[] {
  const winner = matchRule(rules, request);
  return rules
    .map((rule) => ({ rule, verdict: verdictOn(rule, request, winner) }))
    .sort(
      (a, b) =>
        VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
        rankOf(b.rule) - rankOf(a.rule) ||
        (a.rule.id < b.rule.id ? -1 : 1),
    );
}

function verdictOn(rule: PricingRule, request: PriceableRequest, winner: PricingRule | null): Verdict {
  if (rule.id === winner?.id) return "matched";
  if (ruleFits(rule, request)) return rule.enabled ? "less_specific" : "disabled";
  if (rule.operation !== request.operation) return "other_operation";
  const other = SCOPES.find(({ field }) => rule[field] !== null && rule[field] !== request[field]);
  if (other) return other.verdict;
  return modelFits(rule.model, request.model) ? "other_provider" : "other_model";
}

const SCOPES = [
  { field: "bot", verdict: "other_bot" },
  { field: "form", verdict: "other_form" },
  { field: "module", verdict: "other_module" },
] as const;
