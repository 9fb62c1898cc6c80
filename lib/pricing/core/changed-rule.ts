import type { PricingRule } from "./types";

/** Fields to replace; what is absent or undefined stays, null clears. */
export type RuleChanges = { readonly [Field in ChangeableField]?: PricingRule[Field] | undefined };

type ChangeableField = Exclude<keyof PricingRule, "id" | "version">;

/** The next version of a rule with the changes made, or the very rule itself when they change nothing. */
export function changedRule(rule: PricingRule, changes: RuleChanges): PricingRule {
  const next: PricingRule = {
    id: rule.id,
    version: rule.version + 1,
    ...scopeOf(rule, changes),
    operation: changes.operation ?? rule.operation,
    method: changes.method ?? rule.method,
    inputRate: chosen(changes.inputRate, rule.inputRate),
    outputRate: chosen(changes.outputRate, rule.outputRate),
    cachedInputRate: chosen(changes.cachedInputRate, rule.cachedInputRate),
    cacheWriteRate: chosen(changes.cacheWriteRate, rule.cacheWriteRate),
    reasoningRate: chosen(changes.reasoningRate, rule.reasoningRate),
    unitRate: chosen(changes.unitRate, rule.unitRate),
    rounding: changes.rounding ?? rule.rounding,
    enabled: changes.enabled ?? rule.enabled,
  };
  return sameState(rule, next) ? rule : next;
}

function scopeOf(
  rule: PricingRule,
  changes: RuleChanges,
): Pick<PricingRule, "module" | "bot" | "form" | "provider" | "model"> {
  return {
    module: chosen(changes.module, rule.module),
    bot: chosen(changes.bot, rule.bot),
    form: chosen(changes.form, rule.form),
    provider: chosen(changes.provider, rule.provider),
    model: chosen(changes.model, rule.model),
  };
}

function chosen<Value>(change: Value | undefined, present: Value): Value {
  return change === undefined ? present : change;
}

const STATE_FIELDS: readonly ChangeableField[] = [
  ...(["module", "bot", "form", "operation", "provider", "model", "method", "rounding", "enabled"] as const),
  ...(["inputRate", "outputRate", "cachedInputRate", "cacheWriteRate", "reasoningRate", "unitRate"] as const),
];

function sameState(a: PricingRule, b: PricingRule): boolean {
  return STATE_FIELDS.every((field) => a[field] === b[field]);
}
