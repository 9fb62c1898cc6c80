import { z } from "@hono/zod-openapi";
import { amount, instant } from "./basics";
import { rule } from "./rules";

const name = z.string().nullable();
const both = { now: amount, draft: amount, change: amount };

const customerLine = z.strictObject({ customer: z.string(), name, requests: z.int(), ...both });

/** What a replay came to. */
export const replayReport = z
  .strictObject({
    range: z.string(),
    from: instant,
    until: instant,
    requests: z.int(),
    charged: amount.openapi({ description: "What these requests were charged when they ran." }),
    ...both,
    unpriced: z.strictObject({ now: z.int(), draft: z.int() }),
    models: z.array(
      z.strictObject({
        module: name,
        operation: z.string(),
        provider: name,
        model: name,
        requests: z.int(),
        ...both,
      }),
    ),
    modelsLeftOut: z.int(),
    customers: z.strictObject({ more: z.int(), less: z.int(), same: z.int() }),
    guests: z.strictObject({ requests: z.int(), ...both }),
    payMore: z.array(customerLine),
    payLess: z.array(customerLine),
  })
  .openapi("ReplayReport", {
    description:
      "Recorded requests priced again: `now` under the rules as they stand, `draft` as they would stand, exactly and " +
      "request by request. The ten customers with the largest change either way.",
  });

export const unpricedModels = z.strictObject({
  data: z.array(
    z
      .strictObject({
        module: z.string(),
        operation: z.string(),
        provider: z.string(),
        model: z.string(),
        requests: z.int(),
        units: z.int().openapi({ description: "Tokens of all kinds, images and videos." }),
        charged: amount,
        lastDay: z.iso.date(),
      })
      .openapi("UnpricedModel"),
  ),
});

const price = z.string().nullable();

export const catalogue = z.strictObject({
  currency: z.string(),
  pricesOf: z.iso.date().openapi({ description: "The day the list of prices was made." }),
  data: z.array(
    z
      .strictObject({
        provider: z.string(),
        model: z.string(),
        requests: z.int().openapi({ description: "The merchant's own, of the last 90 days." }),
        listPrice: z
          .strictObject({
            input: price,
            output: price,
            cachedInput: price,
            cacheWrite: price,
            reasoning: price,
            tiered: z.boolean().openapi({ description: "Long requests cost more than this." }),
          })
          .nullable()
          .openapi({ description: "What the provider asks per 1,000 tokens; null: not on the list." }),
      })
      .openapi("CatalogueModel"),
  ),
});

const tokens = z.int();

export const typicalRequests = z.strictObject({
  data: z.array(
    z
      .strictObject({
        module: name.openapi({ description: "Null: of the operation in any module." }),
        operation: z.string(),
        requests: z.int(),
        inputTokens: tokens,
        outputTokens: tokens,
        images: z.int(),
        videos: z.int(),
      })
      .openapi("TypicalRequest"),
  ),
});

export const ruleImport = z
  .strictObject({
    dryRun: z.boolean(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    wrong: z.int(),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        action: z.enum(["create", "update", "unchanged", "error"]),
        before: rule.nullable(),
        rule: rule.nullable(),
        errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
      }),
    ),
  })
  .openapi("PricingRuleImport");
