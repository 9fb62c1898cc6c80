import { z } from "@hono/zod-openapi";
import { EVIDENCE, MESSAGE_ROLES } from "@/lib/metering/schemas";
import { amount, instant, ruleRef } from "./basics";

const name = z.string().nullable();
const count = z.int().min(0);

const usageCounts = z
  .strictObject({
    inputTokens: count,
    cachedInputTokens: count,
    cacheWriteTokens: count,
    outputTokens: count,
    reasoningTokens: count,
    totalTokens: count,
    images: count,
    videos: count,
    seconds: z.number(),
  })
  .openapi("UsageCounts");

const summary = {
  id: z.uuid(),
  conversationId: name,
  customer: name.openapi({ description: "The merchant's own id of the customer." }),
  guest: name.openapi({ description: "The session of a visitor without account." }),
  roles: z.array(z.string()),
  source: name,
  store: name,
  module: z.string(),
  bot: name,
  form: name,
  provider: z.string(),
  model: z.string(),
  requestCount: count,
  messageCount: count,
  tokens: count,
  cost: amount,
  overdraft: amount.openapi({ description: "What of the cost nothing covered." }),
  preview: z.string(),
  bestScore: z.number().nullable(),
  failed: z.boolean(),
  unpriced: z.boolean(),
  imported: z.boolean().openapi({
    description: "Brought in from elsewhere: paid there, and the ledger does not know it.",
  }),
  evidence: z.enum(EVIDENCE).openapi({ description: "The weakest among its events." }),
  firstAt: instant,
  lastAt: instant,
};
export const logSummary = z.strictObject(summary).openapi("LogSummary");

const message = z
  .strictObject({
    id: z.uuid(),
    role: z.enum(MESSAGE_ROLES),
    content: z.string(),
    at: instant,
    provider: name,
    model: name,
    usage: usageCounts.nullable(),
    cost: amount.nullable(),
    evidence: z.enum(EVIDENCE).nullable(),
    eventId: z.string(),
    request: z.unknown(),
    response: z.unknown(),
    vectorScores: z.unknown(),
    error: name,
  })
  .openapi("LogMessage");

const charge = z
  .strictObject({
    id: z.string(),
    ledgerEntryId: z.uuid(),
    operation: name,
    provider: name,
    model: name,
    rule: ruleRef,
    usage: usageCounts,
    evidence: z.enum(EVIDENCE),
    rawCost: z.string(),
    cost: amount,
    fromBalance: amount,
    fromQuota: amount,
    overdraft: amount,
    balanceAfter: amount.nullable(),
    late: z.boolean(),
    unpriced: z.boolean(),
    references: z.unknown(),
    lots: z
      .array(z.strictObject({ lot: z.string(), amount, source: name, category: name, origin: z.unknown() }))
      .openapi({
        description: "The lots that paid, in the order they were burned, and where each came from.",
      }),
    metadata: z.unknown(),
    occurredAt: instant,
    recordedAt: instant,
  })
  .openapi("Charge");

export const log = z
  .strictObject({ ...summary, messages: z.array(message), charges: z.array(charge), earlierMessages: count })
  .openapi("Log");

const day = z.iso.date();
const cards = {
  creditsAdded: amount,
  balanceDebited: amount,
  quotaOnlyUsage: amount,
  quotaOnlyRequests: count,
  ledgerEntries: count,
};
export const activity = z
  .strictObject({
    from: day,
    to: day,
    timeZone: z.string(),
    cards: z.strictObject(cards),
    other: z.strictObject({
      expired: amount,
      refunded: amount,
      disputesReversed: amount,
      takenAway: amount,
      overdraft: amount,
    }),
    modules: z.array(z.strictObject({ module: z.string(), requests: count, tokens: count, cost: amount })),
    series: z.array(
      z.strictObject({
        day,
        requests: count,
        failures: count,
        unpriced: count,
        tokens: count,
        cost: amount,
        overdraft: amount,
        fromBalance: amount,
        fromQuota: amount,
        ...cards,
      }),
    ),
  })
  .openapi("Activity");
