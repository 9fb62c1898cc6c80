import { z } from "@hono/zod-openapi";
import { DELIVERY_STATES, PURCHASE_STATES } from "@/lib/commerce/schemas";
import { amount, instant } from "./basics";

const product = z.union([
  z.strictObject({ kind: z.literal("woocommerce"), product: z.int(), variation: z.int().nullable() }),
  z.strictObject({ kind: z.literal("stripe"), price: z.string() }),
  z.strictObject({ kind: z.literal("package"), package: z.string() }),
]);

const line = z.strictObject({
  key: z.string(),
  name: z.string(),
  product: product.nullable(),
  quantity: z.int(),
  total: z.string().nullable(),
  refundedTotal: z.string().nullable(),
  package: z
    .strictObject({ id: z.uuid(), name: z.string(), credits: amount, category: z.string() })
    .nullable()
    .openapi({ description: "As it was at the first grant; null while nothing was granted." }),
  granted: amount,
  takenBack: amount,
  expiresAt: instant.nullable(),
});

const fields = {
  id: z.uuid(),
  connection: z.uuid(),
  key: z.string().openapi({ description: "The shop's own key of it.", example: "order:1041" }),
  number: z.string(),
  customer: z.string().nullable().openapi({ description: "Null while nobody is known to have bought it." }),
  buyer: z.strictObject({
    externalId: z.string().nullable(),
    email: z.string().nullable(),
    name: z.string().nullable(),
  }),
  state: z.enum(PURCHASE_STATES).openapi({
    description:
      "`pending`: credits are not due · `waiting`: for their buyer to be known · `unmatched`: nothing in it sells a " +
      "package · then what was booked.",
  }),
  shopStatus: z.string().openapi({ description: "The shop's own word." }),
  dispute: z.string(),
  currency: z.string().nullable(),
  total: z.string(),
  refunded: z.string(),
  granted: amount,
  takenBack: amount,
  credits: amount.openapi({ description: "Granted less taken back." }),
  lines: z.array(line),
  occurredAt: instant,
  asOf: instant,
  updatedAt: instant,
};

/** An order of a shop, a payment or invoice of Stripe. */
export const purchase = z.strictObject(fields).openapi("Purchase");
export const refreshedPurchase = z
  .strictObject({ ...fields, entries: z.int().openapi({ description: "How many entries were booked now." }) })
  .openapi("RefreshedPurchase");
/** What was booked for a purchase. */
export const purchaseEntry = z
  .strictObject({
    id: z.uuid().openapi({ description: "Of the ledger entry." }),
    type: z.enum(["purchase", "refund", "dispute", "dispute_reversal"]),
    delta: amount,
    note: z.string().nullable(),
    at: instant,
  })
  .openapi("PurchaseEntry");
export const claimed = z.strictObject({ claimed: z.int().min(0) }).openapi("ClaimedPurchases");

const deliveryFields = {
  id: z.uuid(),
  connection: z.uuid(),
  topic: z.string(),
  subject: z.string().nullable(),
  state: z
    .enum(DELIVERY_STATES)
    .openapi({ description: "`failed` is tried again; `given_up` waits for a replay." }),
  attempts: z.int(),
  repeats: z.int().openapi({ description: "How often the same came again." }),
  outcome: z.string().nullable(),
  error: z.string().nullable(),
  purchase: z.uuid().nullable(),
  receivedAt: instant,
  nextAttemptAt: instant.nullable(),
  finishedAt: instant.nullable(),
};

/** A webhook request that was taken in. */
export const delivery = z.strictObject(deliveryFields).openapi("Delivery");
export const deliveryDetail = z
  .strictObject({ ...deliveryFields, headers: z.record(z.string(), z.string()), body: z.string() })
  .openapi("DeliveryDetail");
