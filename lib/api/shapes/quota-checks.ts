import { z } from "@hono/zod-openapi";
import { amount, instant } from "./basics";
import { quota } from "./quotas";

const subject = z.strictObject({
  kind: z.enum(["customer", "guest"]),
  id: z.string().openapi({ description: "The merchant's id of the customer, or the session of a guest." }),
  name: z.string().nullable(),
  used: amount,
  held: amount,
});

const period = {
  start: instant,
  end: instant.nullable(),
  subjects: z.int().openapi({ description: "How many customers or guests drew on it." }),
  used: amount,
  held: amount,
  nearLimit: z.int(),
  atLimit: z.int(),
  capped: z.boolean(),
};

export const quotaUsage = z
  .strictObject({ quota, editedAt: instant, ...period, top: z.array(subject) })
  .openapi("QuotaUsage");

export const quotaResets = z
  .strictObject({ timeZone: z.string(), resets: z.array(instant) })
  .openapi("QuotaResets");

export const quotaTrial = z
  .strictObject({
    quota,
    periods: z.array(
      z.strictObject({
        ...period,
        overLimit: z.int().openapi({ description: "How many went beyond the limit." }),
        excess: amount.openapi({ description: "What they used beyond it." }),
        requests: z
          .int()
          .nullable()
          .openapi({ description: "The excess in requests of average cost; null: nothing known of it." }),
      }),
    ),
    over: z.array(subject).openapi({ description: "Who is beyond the limit now, ten at most." }),
    suggestions: z.array(z.strictObject({ percent: z.int(), limit: amount })),
    basis: z.strictObject({ requests: z.int(), cost: amount }).openapi({
      description: "The last 30 days in the quota's scope, which the average cost is taken from.",
    }),
  })
  .openapi("QuotaTrial");

const VERDICTS = [
  ...["binds", "observes", "switched_off", "other_audience", "other_role", "other_plan"],
  ...["other_module", "other_bot", "other_store", "outranked"],
] as const;

export const limitExplanation = z
  .strictObject({
    kind: z.enum(["customer", "guest"]),
    customer: z.string().nullable(),
    roles: z.array(z.string()),
    session: z.string().nullable(),
    frozen: z.boolean(),
    balance: z.strictObject({ total: amount, held: amount, available: amount }).nullable(),
    quotas: z.array(
      z.strictObject({
        quota,
        scope: z.string(),
        verdict: z.enum(VERDICTS),
        outrankedBy: z
          .string()
          .nullable()
          .openapi({ description: "The quota of a role with a higher limit that counts in its place." }),
        used: amount,
        held: amount,
        remaining: amount.nullable(),
        resetsAt: instant.nullable(),
      }),
    ),
    tightest: z.string().nullable(),
    most: amount.nullable(),
    outcome: z
      .strictObject({
        cost: amount,
        allowed: z.boolean(),
        fromBalance: amount,
        fromQuota: amount,
        refusedBy: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi("LimitExplanation");
