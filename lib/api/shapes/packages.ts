import { z } from "@hono/zod-openapi";
import { amount } from "./basics";

const worth = z
  .strictObject({
    operation: z.string(),
    per: z.enum(["request", "image", "video", "minute"]),
    cost: amount.openapi({ description: "Of one, in credits, at current pricing." }),
    count: z.string().regex(/^\d+$/).nullable().openapi({
      description: 'Whole ones the credits pay for; "0" is less than one, null that it costs nothing.',
    }),
    basis: z
      .strictObject({
        module: z.string().nullable(),
        provider: z.string().nullable(),
        model: z.string().nullable(),
        inputTokens: z.int(),
        outputTokens: z.int(),
        tokens: z.enum(["average", "assumed", "none"]).openapi({
          description: "Average of this merchant's usual requests, or assumed while there are none.",
        }),
        rule: z.strictObject({ id: z.uuid(), version: z.int() }).nullable(),
      })
      .openapi({ description: "What the figure supposes." }),
  })
  .openapi("PackageWorth", {
    description:
      "For sizing only: what a request really costs depends on the provider's answer, tokens and model.",
  });

export const creditPackage = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    credits: amount.openapi({ description: "For each quantity." }),
    category: z.enum(["paid", "promotional"]),
    expiresAfterDays: z.int().nullable().openapi({ description: "Days from the purchase; null: never." }),
    price: z.string().nullable().openapi({ description: "In major units of the currency.", example: "9.90" }),
    currency: z.string().nullable(),
    connection: z.uuid().nullable().openapi({ description: "Null: any shop or account of the merchant." }),
    wooProduct: z.int().nullable(),
    wooVariation: z.int().nullable().openapi({ description: "Null: every variation of the product." }),
    stripePrice: z.string().nullable(),
    enabled: z.boolean(),
    position: z.int().openapi({ description: "Lists show the smallest first." }),
    worth: z.array(worth).optional().openapi({ description: "What it roughly buys; in answers to reading." }),
  })
  .openapi("Package");

export const worthPreview = z
  .strictObject({ credits: amount, worth: z.array(worth) })
  .openapi("WorthPreview");
