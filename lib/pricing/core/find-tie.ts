import { rankOf } from "./rank";
import type { PricingRule, RuleTarget } from "./types";

/**
 * The enabled rule that would tie with `candidate`: as specific, and matching some request that the candidate
 * matches too, so that nothing could say which of them wins. Null when there is none. A disabled candidate
 * ties with nothing; earlier versions of the candidate itself (same id) are not others.
 */
export function findTie<Rule extends PricingRule>(
  rules: readonly Rule[],
  candidate: PricingRule,
): Rule | null {
  if (!candidate.enabled) return null;
  const rank = rankOf(candidate);
  for (const rule of rules) {
    if (rule.id === candidate.id || !rule.enabled || rankOf(rule) !== rank) continue;
    if (overlap(rule, candidate)) return rule;
  }
  return null;
}

/** Whether two rules of the same rank can match one request. */
function overlap(a: RuleTarget, b: RuleTarget): boolean {
  return (
    a.operation === b.operation &&
    compatible(a.bot, b.bot) &&
    compatible(a.form, b.form) &&
    compatible(a.module, b.module) &&
    compatible(a.provider, b.provider) &&
    // Of the same rank: both exact, both patterns of one length, or both any, which null and "*" spell alike.
    (a.model ?? "*") === (b.model ?? "*")
  );
}

function compatible(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
