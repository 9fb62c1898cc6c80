import { z } from "@hono/zod-openapi";
import { actor, amount, instant } from "./basics";

export const verification = z
  .strictObject({
    id: z.uuid(),
    customer: z.string().nullable().openapi({ description: "Whose wallet; null: all of the merchant's." }),
    ok: z.boolean(),
    at: instant,
    wallets: z.int(),
    entries: z.int(),
    unshown: z.strictObject({ expired: amount.optional(), future: amount.optional() }).openapi({
      description:
        "Credits by which ledger and balances rightly differ: expired and not swept, or not in force yet.",
    }),
    breaks: z.array(z.looseObject({ what: z.string(), customer: z.string().nullish() })),
    actor,
  })
  .openapi("Verification");
