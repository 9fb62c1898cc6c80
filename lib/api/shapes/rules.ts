import { z } from "@hono/zod-openapi";
import { PRICING_METHODS, ROUNDINGS, ruleShape, VERDICTS } from "@/lib/pricing/schemas";
import { actor, amount, instant, ruleRef } from "./basics";

const shape = ruleShape(amount.nullable());
const state = {
  id: z.uuid(),
  ...shape,
  model: shape.model.openapi({ description: "One model, a prefix such as `gpt-4o*`, or null for any." }),
};
export const rule = z.strictObject(state).openapi("PricingRule");
export const ruleVersion = z
  .strictObject({
    ...state,
    actor,
    reason: z.string().nullable().openapi({ description: "Why, in the words of who did it." }),
    createdAt: instant,
  })
  .openapi("PricingRuleVersion");

const priceLine = z.strictObject({
  bucket: z.string(),
  quantity: z.string(),
  per: z.enum(["1k_tokens", "token", "image", "video", "minute", "request"]),
  rate: z.string(),
  rateField: z.string().nullable(),
  amount: z.string(),
});
const explanation = z.strictObject({
  rule: ruleRef,
  method: z.enum(PRICING_METHODS).nullable(),
  unpriced: z.boolean(),
  policy: z.enum(["raw_units", "block", "free"]).nullable(),
  blocked: z.boolean(),
  mode: z.enum(["authorize", "usage"]),
  lines: z.array(priceLine),
  raw: z.string(),
  rounding: z.enum(ROUNDINGS).nullable(),
  carry: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
  cost: z.string(),
});
export const quoteAnswer = z
  .strictObject({
    cost: amount,
    rawCost: z.string(),
    rule: ruleRef,
    unpriced: z.boolean(),
    explanation: explanation.openapi({
      description: "The formula with its numbers; its lines add up to `raw`.",
    }),
    considered: z.array(z.strictObject({ verdict: z.enum(VERDICTS), rule })).openapi({
      description:
        "The rules of the operation, at most 50: the one that matched, those that are less specific, and the first " +
        "reason against each of the others.",
    }),
  })
  .openapi("Quote");
