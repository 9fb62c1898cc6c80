import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { nonNegativeAmountField, orAbsent, orElse, storableText, word } from "@/lib/kernel/fields";
import { modelProblem } from "./core/model-pattern";

export { VERDICTS, type Verdict } from "./core/explain-match";

export const PRICING_METHODS = ["per_1k_tokens", "per_image", "per_video", "per_minute", "flat"] as const;
export const ROUNDINGS = ["up_to_whole", "up_to_hundredth", "exact", "carry"] as const;

const anyOr = (max: number) => word(max).nullish();
const rate = nonNegativeAmountField.nullish();

/** An exact model or a prefix (`gpt-4o*`); null, absent and `*` all mean any model. */
const model = word()
  .nullish()
  .superRefine((value, check) => {
    const problem = modelProblem(value ?? null);
    if (problem) check.addIssue({ code: "custom", message: problem });
  })
  .transform((value) => (value === "*" ? null : value));

const fields = {
  module: anyOr(100),
  bot: anyOr(200),
  form: anyOr(200),
  operation: word(100),
  provider: anyOr(100),
  model,
  method: z.enum(PRICING_METHODS),
  inputRate: rate,
  outputRate: rate,
  cachedInputRate: rate,
  cacheWriteRate: rate,
  reasoningRate: rate,
  unitRate: rate,
  /** Absent: the merchant's default rounding. */
  rounding: orAbsent(z.enum(ROUNDINGS)),
  enabled: orAbsent(z.boolean()),
};

/** A rule as it stands, in the contract's order; how its rates are written is the reader's own. */
export function ruleShape<Rate extends z.ZodType>(rateField: Rate) {
  // Made anew for each reader: a schema made before the API taught zod to document cannot be documented.
  const named = z.string().nullable();
  return {
    version: z.int(),
    module: named,
    bot: named,
    form: named,
    operation: z.string(),
    provider: named,
    model: named,
    method: z.enum(PRICING_METHODS),
    inputRate: rateField,
    outputRate: rateField,
    cachedInputRate: rateField,
    cacheWriteRate: rateField,
    reasoningRate: rateField,
    unitRate: rateField,
    rounding: z.enum(ROUNDINGS),
    enabled: z.boolean(),
  };
}

/** Why a rule is made or changed, for those who read its history. */
const reason = z
  .string()
  .trim()
  .max(500, "must have at most 500 characters")
  .transform((text) => (text === "" ? null : storableText(text)))
  .nullish();

const ruleState = z.strictObject(fields);

/** Absent and null scope fields mean "any"; rates are decimal strings of credits. */
export const createPricingRuleInput = ruleState.extend({ reason });

/** What is absent stays as it is; null clears a scope field or a rate. */
export const updatePricingRuleInput = ruleState.partial().extend({ reason });

export type CreatePricingRuleInput = z.input<typeof createPricingRuleInput>;
export type UpdatePricingRuleInput = z.input<typeof updatePricingRuleInput>;

export const listPricingRulesInput = pageQuery.extend({
  module: word(100).optional(),
  operation: word(100).optional(),
  provider: word(100).optional(),
  enabled: z.stringbool("must be true or false").optional(),
  /** Part of any name that a rule mentions. */
  search: word(200).optional(),
});
export type ListPricingRulesInput = z.input<typeof listPricingRulesInput>;

export const REPLAY_RANGES = ["7d", "30d", "90d"] as const;
export type ReplayRange = (typeof REPLAY_RANGES)[number];

/**
 * With `rule`, `draft` says what would change of it, and null that it would be deleted; without, `draft` is a rule
 * that would be added.
 */
export const replayInput = z
  .strictObject({
    range: z.enum(REPLAY_RANGES),
    rule: z.uuid().nullish(),
    draft: ruleState.partial().nullable(),
    /** As a task, however few requests there are. */
    background: orElse(z.boolean(), false),
  })
  .refine((given) => given.rule != null || given.draft !== null, {
    path: ["draft"],
    message: "say which rule would be added, or which would be deleted",
  });
export type ReplayInput = z.input<typeof replayInput>;

const MOST_CSV_CHARACTERS = 1_000_000;

export const importRulesInput = z.strictObject({
  /** A CSV file as text, with the columns that an export has. */
  csv: z.string().min(1, "must not be empty").max(MOST_CSV_CHARACTERS),
  /** Only say what would happen. */
  dryRun: orElse(z.boolean(), false),
  reason,
});
export type ImportRulesInput = z.input<typeof importRulesInput>;

export const searchCatalogueInput = z.strictObject({
  search: z.string().trim().max(200).optional(),
  provider: z.string().trim().max(100).optional(),
});
export type SearchCatalogueInput = z.input<typeof searchCatalogueInput>;
