import type { createPricingRuleInput } from "../schemas";

/** The columns of a file of rules, named as the API names the fields. */
export const RULE_COLUMNS = [
  "id",
  "module",
  "bot",
  "form",
  "operation",
  "provider",
  "model",
  "method",
  "inputRate",
  "outputRate",
  "cachedInputRate",
  "cacheWriteRate",
  "reasoningRate",
  "unitRate",
  "rounding",
  "enabled",
] as const satisfies readonly ("id" | keyof (typeof createPricingRuleInput)["shape"])[];

export type RuleColumn = (typeof RULE_COLUMNS)[number];
