import { z } from "@hono/zod-openapi";
import { NEED_CODES, SETUP_STEPS } from "@/lib/checks/schemas";
import { amount, instant } from "./basics";

const span = z.strictObject({ requests: z.int(), failures: z.int(), tokens: z.int(), cost: amount });

export const overview = z
  .strictObject({
    running: z.strictObject({
      lastRequestAt: instant.nullable(),
      lastHour: z.int(),
      capped: z.boolean().openapi({ description: "There were more than 10,000 in the last hour." }),
      usualHour: z.int().nullable(),
    }),
    today: span,
    week: span,
    weekBefore: span,
    listPrice: z
      .strictObject({
        dollars: z.string().nullable(),
        unknownRequests: z.int(),
        asOf: z.iso.date(),
      })
      .openapi({ description: "The seven days at the providers' list prices, in US dollars." }),
    runningOut: z.array(
      z.strictObject({
        customer: z.string(),
        name: z.string().nullable(),
        hoursLeft: z.int(),
        balance: amount,
        spent: amount,
      }),
    ),
    needs: z.array(
      z.strictObject({
        code: z.enum(NEED_CODES),
        level: z.enum(["critical", "warning", "note"]),
        count: z.int(),
        more: z.boolean(),
        names: z.array(z.string()),
        path: z.string().openapi({ description: "Below the merchant's dashboard, `/m/{slug}`." }),
      }),
    ),
    setup: z.array(z.strictObject({ step: z.enum(SETUP_STEPS), done: z.boolean() })),
  })
  .openapi("Overview");

export const checks = z
  .strictObject({
    customer: z.string().nullable(),
    known: z.boolean().nullable(),
    similar: z.array(z.strictObject({ externalId: z.string(), name: z.string().nullable() })),
    questions: z.array(
      z.strictObject({
        question: z.string(),
        checks: z.array(
          z.strictObject({
            code: z.string(),
            state: z.enum(["pass", "warn", "fail", "unknown"]),
            facts: z.record(z.string(), z.string()),
            path: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi("Checks");
