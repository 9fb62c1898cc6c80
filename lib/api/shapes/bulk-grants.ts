import { z } from "@hono/zod-openapi";
import { amount } from "./basics";

export const bulkPreview = z
  .strictObject({
    grants: z.int(),
    customers: z.int(),
    newCustomers: z.int().openapi({ description: "Who do not exist yet: the grant makes them." }),
    total: amount,
    problems: z
      .array(z.strictObject({ row: z.int(), path: z.string(), message: z.string() }))
      .openapi({ description: "What is wrong with which line of the file; the first 100." }),
    problemCount: z.int(),
    grantedBy: z.uuid().nullable().openapi({ description: "The task that granted the same `id` before." }),
  })
  .openapi("BulkGrantPreview");
