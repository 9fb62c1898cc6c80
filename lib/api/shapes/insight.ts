import { z } from "@hono/zod-openapi";
import { INSIGHT_PARTS } from "@/lib/logs/schemas";
import { amount, instant } from "./basics";

const count = z.int().min(0);
const day = z.iso.date();
const name = z.string().nullable();

const refused = count.openapi({
  description: "Requests that authorize refused. They are not among `requests`: nothing ran.",
});
const customers = count.nullable().openapi({
  description: "Different customers, of a day or of all; null when filters narrow, and of other rows.",
});

const figures = {
  requests: count,
  failures: count,
  unpriced: count,
  tokens: count,
  cost: amount,
  overdraft: amount,
  refusals: refused,
  customers,
};
const totals = z.strictObject(figures);
const some = z.strictObject({
  requests: count,
  failures: count,
  tokens: count,
  cost: amount,
  unpriced: count.optional(),
  overdraft: amount.optional(),
  refusals: refused.optional(),
  customers: customers.optional(),
});

export const insight = z
  .strictObject({
    from: day,
    to: day,
    before: z.strictObject({ from: day, to: day }),
    timeZone: z.string(),
    by: z.enum(INSIGHT_PARTS),
    totals: z.strictObject({ now: totals, before: totals }),
    rows: z.array(
      z.strictObject({
        key: name.openapi({ description: "A day, or the value; null: no bot, no store, or all guests." }),
        provider: name,
        name,
        now: some,
        before: some,
      }),
    ),
    hours: z
      .array(
        z.strictObject({
          weekday: z.int().min(1).max(7).openapi({ description: "1 is Monday." }),
          hour: z.int().min(0).max(23),
          requests: count,
          cost: amount,
        }),
      )
      .nullable(),
    dearest: z
      .array(
        z.strictObject({
          ledgerEntryId: z.uuid(),
          logId: z.uuid().nullable(),
          customer: name,
          customerName: name,
          module: z.string(),
          operation: name,
          provider: name,
          model: name,
          tokens: count,
          cost: amount,
          occurredAt: instant,
        }),
      )
      .nullable(),
    refusals: z
      .array(z.strictObject({ day, code: z.string(), count }))
      .openapi({ description: "Refused requests of the period by day and problem code." }),
    complete: z.boolean().openapi({
      description: "False: hours, customers and dearest are still being made for some of the days.",
    }),
  })
  .openapi("Insight");
