import { z } from "@hono/zod-openapi";
import { AUDIENCES, PERIODS, QUOTA_MODES } from "@/lib/quotas/schemas";
import { amount, quotaAction } from "./basics";

const scope = z.string().nullable();

export const quota = z
  .strictObject({
    id: z.uuid(),
    audience: z.enum(AUDIENCES),
    role: scope,
    module: scope,
    bot: scope,
    store: scope,
    limit: amount.nullable().openapi({ description: 'Null is unlimited; "0" lets nobody draw on it.' }),
    networkLimit: amount.nullable(),
    period: z.enum(PERIODS),
    anchorDay: z.int(),
    anchorMonth: z.int(),
    timeZone: z.string().nullable(),
    message: z.string().nullable(),
    actions: z.array(quotaAction),
    mode: z.enum(QUOTA_MODES),
    enabled: z.boolean(),
  })
  .openapi("Quota");
