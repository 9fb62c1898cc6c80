import { z } from "@hono/zod-openapi";
import { SCOPES } from "@/lib/access";
import {
  BURN_ORDERS,
  ROUNDINGS,
  SHORTFALL_POLICIES,
  UNPRICED_POLICIES,
  WEEK_STARTS,
} from "@/lib/merchants/schemas";
import { instant } from "./basics";

const entry = { id: z.string(), name: z.string(), createdAt: instant };

export const store = z.strictObject({ ...entry, url: z.string().nullable() }).openapi("Store");
export const module = z.strictObject(entry).openapi("Module");
export const feature = z
  .strictObject({ ...entry, module: z.string() })
  .openapi("Feature", { description: "A bot or a form, with the module it belongs to." });

const keyFields = {
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  store: z.string().nullable().openapi({ description: "The only store it may act for; null: every store." }),
  lastUsedAt: instant.nullable(),
  hint: z.string().openapi({ description: "The last characters of the key, to tell keys apart." }),
  createdAt: instant,
};
export const apiKey = z.strictObject(keyFields).openapi("ApiKey");
export const createdApiKey = z
  .strictObject({ ...keyFields, key: z.string() })
  .openapi("CreatedApiKey", { description: "The only answer that ever shows the key itself." });

export const settings = z
  .strictObject({
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    weekStart: z.enum(WEEK_STARTS),
    currency: z.string(),
    burnOrder: z.enum(BURN_ORDERS),
    defaultRounding: z.enum(ROUNDINGS),
    unpricedPolicy: z.enum(UNPRICED_POLICIES),
    shortfallPolicy: z.enum(SHORTFALL_POLICIES),
    quotaMessage: z.string().nullable(),
    dashboardUrl: z.string().nullable(),
    buyCreditsUrl: z.string().nullable(),
    creditValue: z.string().nullable().openapi({
      description:
        "What a credit is worth in `currency`, as a decimal string: margins are worked out with it.",
      example: "0.01",
    }),
    dollarRate: z.string().nullable().openapi({
      description:
        "What a US dollar, in which providers list prices, is worth in `currency`; in dollars not needed.",
      example: "0.92",
    }),
  })
  .openapi("Settings");
