import { z } from "@hono/zod-openapi";
import { actor, amount, instant, quotaView, ruleRef } from "./basics";

export const balance = z.strictObject({ total: amount, held: amount, available: amount }).openapi("Balance", {
  description: "`held` is set aside for requests in flight; `available` may be spent.",
});

const charged = {
  id: z.string(),
  allowed: z.literal(true),
  cost: amount,
  rawCost: z.string().openapi({ description: "Before rounding, with nine places at most." }),
  fromBalance: amount,
  fromQuota: amount,
  rule: ruleRef,
};
const afterwards = {
  balance: balance.nullable().openapi({ description: "After the request; null for a guest." }),
  quotas: z.array(quotaView),
};

export const authorization = z
  .strictObject({
    ...charged,
    hold: z.strictObject({ id: z.string(), expiresAt: instant }),
    ...afterwards,
    replayed: z.boolean(),
  })
  .openapi("Authorization");

const usageFields = {
  ...charged,
  overdraft: amount.openapi({ description: "The part of the cost that neither balance nor quota covered." }),
  late: z.boolean().openapi({ description: "Settled a hold whose time was over." }),
  ...afterwards,
  ledgerEntryId: z.uuid(),
  logId: z.uuid(),
  replayed: z.boolean(),
};
export const usageReceipt = z.strictObject(usageFields).openapi("UsageReceipt");

const rejectedEvent = z
  .strictObject({
    id: z.string().nullable(),
    status: z.literal("rejected"),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("RejectedEvent");
export const batchReceipt = z
  .strictObject({
    results: z.array(
      z.union([z.strictObject({ status: z.enum(["recorded", "replayed"]), ...usageFields }), rejectedEvent]),
    ),
  })
  .openapi("BatchReceipt");

const lotParts = z.array(z.strictObject({ lot: z.uuid(), amount }));

export const hold = z
  .strictObject({
    id: z.string(),
    state: z.enum(["open", "settled", "released", "expired"]),
    amount,
    fromBalance: amount,
    fromQuota: amount,
    lots: lotParts.openapi({ description: "What it keeps of which lot, in the order they burn." }),
    createdAt: instant,
    expiresAt: instant,
  })
  .openapi("Hold");

export const lot = z
  .strictObject({
    id: z.uuid(),
    source: z.string(),
    category: z.enum(["paid", "promotional"]),
    priority: z.int().openapi({ description: "Lower burns first." }),
    granted: amount,
    remaining: amount,
    effectiveAt: instant,
    expiresAt: instant.nullable(),
    origin: z.record(z.string(), z.unknown()),
  })
  .openapi("Lot");

/** What an entry is about. */
export const ENTRY_TYPE = z.enum([
  ...(["purchase", "grant", "usage", "quota_usage", "adjustment", "expiry", "refund", "dispute"] as const),
  ...(["dispute_reversal", "transfer_in", "transfer_out", "quota_reset", "correction"] as const),
]);

export const ledgerEntry = z
  .strictObject({
    id: z.uuid(),
    type: ENTRY_TYPE,
    delta: amount,
    balanceAfter: amount.nullable(),
    units: z.int(),
    actor,
    module: z.string().nullable(),
    operation: z.string().nullable(),
    provider: z.string().nullable(),
    model: z.string().nullable(),
    rule: ruleRef,
    references: z.record(z.string(), z.unknown()),
    note: z.string().nullable(),
    occurredAt: instant,
    recordedAt: instant,
  })
  .openapi("LedgerEntry");
