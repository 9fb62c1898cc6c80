import { z } from "@hono/zod-openapi";
import { instant } from "./basics";

export const checkout = z
  .strictObject({
    id: z.string().openapi({ example: "cs_test_a1B2" }),
    url: z.string().openapi({ description: "Send the customer here to pay." }),
    expiresAt: instant,
    package: z.uuid(),
    customer: z.string(),
    quantity: z.int(),
  })
  .openapi("Checkout");

export const stripePrices = z.strictObject({
  data: z.array(
    z
      .strictObject({
        id: z.string().openapi({ example: "price_1Abc" }),
        name: z.string(),
        price: z.string().nullable().openapi({ description: "In major units; null where it is not fixed." }),
        currency: z.string(),
        interval: z.enum(["day", "week", "month", "year"]).nullable().openapi({
          description: "How often it is charged; null: once.",
        }),
      })
      .openapi("StripePrice"),
  ),
});
