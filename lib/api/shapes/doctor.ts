import { z } from "@hono/zod-openapi";
import { CONNECTION_KINDS, DIAGNOSIS_CODES, FIX_KINDS } from "@/lib/commerce/schemas";
import { amount, instant } from "./basics";

const check = z.strictObject({
  code: z.enum(DIAGNOSIS_CODES),
  state: z.enum(["pass", "warn", "fail", "unknown"]),
  facts: z
    .record(z.string(), z.string())
    .openapi({ description: "The names, words and micro-credits behind the verdict." }),
  fix: z
    .strictObject({ kind: z.enum(FIX_KINDS), id: z.uuid() })
    .nullable()
    .openapi({ description: "What mends it, and of which connection, delivery, purchase or package." }),
});

export const diagnosis = z
  .strictObject({
    query: z.string(),
    diagnoses: z.array(
      z.strictObject({
        connection: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(CONNECTION_KINDS) }),
        purchase: z
          .strictObject({ id: z.uuid(), number: z.string(), customer: z.string().nullable() })
          .nullable(),
        checks: z.array(check),
      }),
    ),
  })
  .openapi("PurchaseDiagnosis");

const money = z.string().openapi({ description: "In major units of the order's currency.", example: "9.90" });

export const refundRehearsal = z
  .strictObject({
    purchase: z.uuid(),
    customer: z.string(),
    refund: z.strictObject({ before: money, after: money, currency: z.string().nullable() }),
    takenBack: amount,
    lots: z.array(z.strictObject({ id: z.uuid(), amount })),
    short: amount.openapi({ description: "What no lot can give." }),
    owed: amount.openapi({ description: "The part of it that becomes a debt." }),
    policy: z.enum(["debt", "absorb", "freeze"]),
    balance: z.strictObject({ before: amount, after: amount }),
  })
  .openapi("RefundRehearsal");

export const rehearsal = z
  .strictObject({
    rehearsal: z
      .strictObject({
        id: z.uuid(),
        at: instant,
        refund: z.strictObject({ before: money, after: money }),
        expected: amount,
        actual: amount,
        outcome: z.enum(["awaited", "as_expected", "other_amount", "other_credits"]),
      })
      .nullable(),
  })
  .openapi("LastRehearsal");
