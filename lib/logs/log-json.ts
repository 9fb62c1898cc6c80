import { creditsToString } from "@/lib/kernel/micros";
import type { Charge, Log, LogMessage, LogSummary, UsageCounts } from "./core/log";

/** A log of a list as the HTTP API writes it (design.md §4), without messages. */
export function logSummaryJson(log: LogSummary) {
  return {
    id: log.id,
    conversationId: log.conversationId,
    customer: log.customer?.externalId ?? null,
    guest: log.guest,
    roles: log.roles,
    source: log.source,
    store: log.store,
    module: log.module,
    bot: log.bot,
    form: log.form,
    provider: log.provider,
    model: log.model,
    requestCount: log.requestCount,
    messageCount: log.messageCount,
    tokens: Number(log.tokens),
    cost: creditsToString(log.cost),
    overdraft: creditsToString(log.overdraft),
    preview: log.preview,
    bestScore: log.bestScore,
    failed: log.failed,
    unpriced: log.unpriced,
    imported: log.imported,
    evidence: log.evidence,
    firstAt: log.firstAt.toISOString(),
    lastAt: log.lastAt.toISOString(),
  };
}

/** One log with its messages and charges, as the HTTP API writes it. */
export function logJson(log: Log) {
  return {
    ...logSummaryJson(log),
    messages: log.messages.map(messageJson),
    charges: log.charges.map(chargeJson),
    earlierMessages: log.earlierMessages,
  };
}

function messageJson({ charge, ...message }: LogMessage) {
  return {
    id: message.id,
    role: message.role,
    content: message.content,
    at: message.at.toISOString(),
    provider: charge?.provider ?? null,
    model: charge?.model ?? null,
    usage: charge && usageJson(charge.usage),
    cost: charge && creditsToString(charge.cost),
    evidence: charge?.evidence ?? null,
    eventId: message.eventId,
    request: message.request,
    response: message.response,
    vectorScores: message.vectorScores,
    error: message.error,
  };
}

function chargeJson(charge: Charge) {
  return {
    id: charge.eventId,
    ledgerEntryId: charge.ledgerEntryId,
    operation: charge.operation,
    provider: charge.provider,
    model: charge.model,
    rule: charge.rule,
    usage: usageJson(charge.usage),
    evidence: charge.evidence,
    rawCost: charge.rawCost,
    cost: creditsToString(charge.cost),
    fromBalance: creditsToString(charge.fromBalance),
    fromQuota: creditsToString(charge.fromQuota),
    overdraft: creditsToString(charge.overdraft),
    balanceAfter: charge.balanceAfter === null ? null : creditsToString(charge.balanceAfter),
    late: charge.late,
    unpriced: charge.unpriced,
    references: charge.references,
    lots: charge.lots,
    metadata: charge.metadata,
    occurredAt: charge.occurredAt.toISOString(),
    recordedAt: charge.recordedAt.toISOString(),
  };
}

function usageJson(usage: UsageCounts) {
  return {
    inputTokens: Number(usage.inputTokens),
    cachedInputTokens: Number(usage.cachedInputTokens),
    cacheWriteTokens: Number(usage.cacheWriteTokens),
    outputTokens: Number(usage.outputTokens),
    reasoningTokens: Number(usage.reasoningTokens),
    totalTokens: Number(usage.totalTokens),
    images: usage.images,
    videos: usage.videos,
    seconds: Number(usage.millis) / 1_000,
  };
}
