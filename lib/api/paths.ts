import { z } from "@hono/zod-openapi";
import { word } from "@/lib/kernel/fields";
import { parsed } from "./reader";

/** What is named by an id of ours. A text that cannot be one is simply not found. */
export const byId = parsed(z.strictObject({ id: z.string() }));

/** What is named by the merchant's or caller's own word: any script, percent-encoded. */
export const byWord = parsed(z.strictObject({ id: word() }));

export const byCustomer = parsed(
  z.strictObject({
    externalId: word().openapi({ description: "The merchant's own id of the customer, percent-encoded." }),
  }),
);
