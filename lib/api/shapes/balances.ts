import { z } from "@hono/zod-openapi";
import { amount, instant, quotaView } from "./basics";
import { hold } from "./money";
import { customer } from "./people";

/** A row of the list of balances. */
export const balanceRow = z
  .strictObject({
    customer,
    total: amount,
    held: amount,
    available: amount,
    debt: amount,
    frozen: z.boolean(),
    frozenAt: instant.nullable(),
    frozenReason: z.string().nullable(),
    lastUsedAt: instant.nullable().openapi({ description: "The last request; null when there was none." }),
    lastResetAt: instant.nullable().openapi({ description: "When usage was last reset by hand." }),
    quotas: z.array(quotaView).openapi({ description: "Every quota that could bind the customer." }),
  })
  .openapi("BalanceRow");

export const frozenState = z
  .strictObject({ frozen: z.boolean(), frozenAt: instant.nullable(), frozenReason: z.string().nullable() })
  .openapi("FrozenState");

export const openHolds = z.strictObject({ data: z.array(hold), nextCursor: z.null() });
