import { z } from "zod";
import { nonNegativeAmountField, orAbsent, word } from "@/lib/kernel/fields";
import { modelProblem } from "./core/model-pattern";

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

/** Absent and null scope fields mean "any"; rates are decimal strings of credits. */
export const createPricingRuleInput = z.strictObject(fields);

/** What is absent stays as it is; null clears a scope field or a rate. */
export const updatePricingRuleInput = z.strictObject(fields).partial();

export type CreatePricingRuleInput = z.input<typeof createPricingRuleInput>;
export type UpdatePricingRuleInput = z.input<typeof updatePricingRuleInput>;
