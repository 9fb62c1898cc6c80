import { z } from "@hono/zod-openapi";
import { DIFFERENCE_KINDS } from "@/lib/commerce/schemas";
import { instant } from "./basics";

/** Something that a reconciliation found to differ between a shop and our books. */
export const purchaseDifference = z
  .strictObject({
    id: z.uuid(),
    connection: z.uuid(),
    task: z.uuid(),
    purchase: z.uuid().nullable(),
    key: z.string(),
    number: z.string(),
    kind: z.enum(DIFFERENCE_KINDS).openapi({
      description:
        "`missing`: no webhook had told of it · `behind`: more or less was booked than the shop says · `waiting`: for " +
        "its buyer to be known · `webhook_off`: the shop had switched a webhook off.",
    }),
    detail: z.string(),
    repaired: z.boolean(),
    foundAt: instant,
  })
  .openapi("PurchaseDifference");
