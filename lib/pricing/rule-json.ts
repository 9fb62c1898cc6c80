import { creditsToString, type Micros } from "@/lib/kernel/micros";
import type { PricingRule } from "./core/types";
import type { RuleVersion } from "./pricing.repo";

/** A rule as the HTTP API writes it (design.md §4). */
export function ruleJson(rule: PricingRule) {
  return {
    id: rule.id,
    version: rule.version,
    module: rule.module,
    bot: rule.bot,
    form: rule.form,
    operation: rule.operation,
    provider: rule.provider,
    model: rule.model,
    method: rule.method,
    inputRate: rateJson(rule.inputRate),
    outputRate: rateJson(rule.outputRate),
    cachedInputRate: rateJson(rule.cachedInputRate),
    cacheWriteRate: rateJson(rule.cacheWriteRate),
    reasoningRate: rateJson(rule.reasoningRate),
    unitRate: rateJson(rule.unitRate),
    rounding: rule.rounding,
    enabled: rule.enabled,
  };
}

/** One version of a rule, with who made it, when and why. */
export function ruleVersionJson(version: RuleVersion) {
  const { actor, reason, createdAt } = version;
  return { ...ruleJson(version), actor, reason, createdAt: createdAt.toISOString() };
}

function rateJson(rate: Micros | null): string | null {
  return rate === null ? null : creditsToString(rate);
}
