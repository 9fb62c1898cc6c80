import type { PricingRule } from "./types";

type State = Omit<PricingRule, "id" | "version">;

/** Fields to replace; what is absent or undefined stays, null clears. */
export type RuleChanges = { readonly [Field in keyof State]?: State[Field] | undefined };

const ANYTHING_AT_NO_RATE = {
  module: null,
  bot: null,
  form: null,
  provider: null,
  model: null,
  inputRate: null,
  outputRate: null,
  cachedInputRate: null,
  cacheWriteRate: null,
  reasoningRate: null,
  unitRate: null,
  enabled: true,
} as const;

/** What a rule cannot be without. */
export type NewRule = Pick<PricingRule, "id" | "operation" | "method" | "rounding">;

/** A rule at version 1: for any request of its operation and at no rate, but for what is given. */
export function firstVersion(rule: NewRule, given: RuleChanges): PricingRule {
  return { ...ANYTHING_AT_NO_RATE, ...rule, ...present(given), id: rule.id, version: 1 };
}

/** The next version of a rule with the changes made, or the very rule itself when they change nothing. */
export function changedRule(rule: PricingRule, changes: RuleChanges): PricingRule {
  const next: PricingRule = { ...rule, ...present(changes), id: rule.id, version: rule.version + 1 };
  return STATE_FIELDS.every((field) => rule[field] === next[field]) ? rule : next;
}

const STATE_FIELDS: readonly (keyof State)[] = [
  ...(["module", "bot", "form", "operation", "provider", "model", "method", "rounding", "enabled"] as const),
  ...(["inputRate", "outputRate", "cachedInputRate", "cacheWriteRate", "reasoningRate", "unitRate"] as const),
];

function present(changes: RuleChanges): Partial<State> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
