import { z } from "@hono/zod-openapi";
import { CONNECTION_KINDS, GRANT_WHEN } from "@/lib/commerce/schemas";
import { instant } from "./basics";

const seenWebhook = z.strictObject({ id: z.int(), topic: z.string(), status: z.string() });
const count = z.int().min(0);

const health = z
  .strictObject({
    lastDeliveryAt: instant.nullable(),
    backlog: count.openapi({ description: "Deliveries that were kept and are not done." }),
    failing: count.openapi({ description: "Those of them that failed and will be tried again." }),
    givenUp: count,
    refused: count.openapi({
      description: "Requests that were turned away: signature, age, size, type. Nothing of them is kept.",
    }),
    lastRefusedAt: instant.nullable(),
    lastRefusal: z.string().nullable(),
    lastProblem: z
      .string()
      .nullable()
      .openapi({ description: "Why the shop could not be asked; null: it could." }),
    lastProblemAt: instant.nullable(),
    webhooks: z.array(seenWebhook),
    webhooksSeenAt: instant.nullable(),
    reconciledUntil: instant.nullable(),
  })
  .openapi("ConnectionHealth");

const fields = {
  id: z.uuid(),
  kind: z.enum(CONNECTION_KINDS),
  name: z.string(),
  store: z.string().nullable(),
  url: z.string().nullable(),
  grantWhen: z.enum(GRANT_WHEN).openapi({
    description: "`completed` · `processing`: or completed · `paid`: as soon as it is paid for.",
  }),
  enabled: z.boolean(),
  options: z.record(z.string(), z.unknown()),
  hasKeys: z.boolean(),
  hasWebhookSecret: z.boolean(),
  previousSecretUntil: instant.nullable().openapi({
    description: "Until when the webhook secret before the last rotation is valid beside the present one.",
  }),
  webhookUrl: z.string().openapi({ description: "Where the shop is to send its webhooks." }),
  health,
  createdAt: instant,
  updatedAt: instant,
};

/** A shop or Stripe account; no answer shows its keys or secrets. */
export const connection = z.strictObject(fields).openapi("Connection");

export const createdConnection = z
  .strictObject({
    ...fields,
    webhookSecret: z.string().nullable().openapi({
      description: "The webhook secret, if it was made here: this is the only answer that shows it.",
    }),
  })
  .openapi("CreatedConnection");

export const shopAuthorization = z
  .strictObject({ authorizeUrl: z.string(), expiresAt: instant })
  .openapi("ShopAuthorization");

export const rotatedSecret = z
  .strictObject({
    webhookSecret: z.string().nullable().openapi({ description: "If it was made here; shown this once." }),
    previousSecretUntil: instant.nullable(),
  })
  .openapi("RotatedSecret");

export const connectionTest = z
  .strictObject({
    ok: z.boolean(),
    checks: z.array(
      z.strictObject({
        name: z.string(),
        ok: z.boolean().nullable().openapi({ description: "Null: it could not be looked at." }),
        detail: z.string(),
      }),
    ),
  })
  .openapi("ConnectionTest");

export const watchedWebhooks = z
  .strictObject({
    webhooks: z.array(seenWebhook),
    created: z.array(z.string()),
    switchedOn: z.array(z.string()),
  })
  .openapi("WatchedWebhooks");

const variation = z.strictObject({ id: z.int(), name: z.string(), price: z.string().nullable() });

/** What a shop sells. */
export const shopProducts = z
  .strictObject({
    data: z.array(
      z.strictObject({
        id: z.int(),
        name: z.string(),
        type: z.string(),
        price: z.string().nullable(),
        sku: z.string().nullable(),
        virtual: z.boolean(),
        downloadable: z.boolean(),
        variations: z.array(variation),
      }),
    ),
    page: z.int(),
    pages: z.int(),
  })
  .openapi("ShopProducts");
