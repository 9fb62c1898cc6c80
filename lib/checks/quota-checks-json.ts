import { creditsToString, type Micros } from "@/lib/kernel/micros";
import { quotaJson, type QuotaSubjectUse, type QuotaUsage, type QuotaUsageDetail } from "@/lib/quotas";
import type { ExplainedLimits } from "./explain-limits";
import type { QuotaTrial } from "./get-quota-trial";

/** What a quota came to in its running period, as the HTTP API writes it. */
export function usageJson({ quota, usage, top, editedAt }: QuotaUsageDetail) {
  return {
    quota: quotaJson(quota),
    editedAt: editedAt.toISOString(),
    ...periodJson(usage),
    top: top.map(subjectJson),
  };
}

/** A quota on trial, as the HTTP API writes it. */
export function trialJson({ quota, periods, over, suggestions, basis }: QuotaTrial) {
  return {
    quota: quotaJson(quota),
    periods: periods.map((each) => ({
      ...periodJson(each),
      overLimit: Number(each.overLimit),
      excess: creditsToString(each.excess),
      requests: each.requests === null ? null : Number(each.requests),
    })),
    over: over.map(subjectJson),
    suggestions: suggestions.map(({ percent, limit }) => ({ percent, limit: creditsToString(limit) })),
    basis: { requests: Number(basis.requests), cost: creditsToString(basis.cost) },
  };
}

/** Limits explained, as the HTTP API writes them. */
export function limitsJson(limits: ExplainedLimits) {
  const { kind, customer, roles, session, balance, frozen, tightest, most, outcome } = limits;
  return {
    ...{ kind, customer, roles, session, frozen },
    balance: balance && {
      total: creditsToString(balance.total),
      held: creditsToString(balance.held),
      available: creditsToString(balance.available),
    },
    quotas: limits.quotas.map(({ quota, scope, verdict, outrankedBy, ...figures }) => ({
      ...{ quota: quotaJson(quota), scope, verdict, outrankedBy },
      used: creditsToString(figures.used),
      held: creditsToString(figures.held),
      remaining: amountJson(figures.remaining),
      resetsAt: figures.resetsAt?.toISOString() ?? null,
    })),
    tightest,
    most: amountJson(most),
    outcome: outcome && {
      cost: creditsToString(outcome.cost),
      allowed: outcome.allowed,
      fromBalance: creditsToString(outcome.fromBalance),
      fromQuota: creditsToString(outcome.fromQuota),
      refusedBy: outcome.refusedBy,
    },
  };
}

function periodJson({ period, subjects, used, held, nearLimit, atLimit, capped }: QuotaUsage) {
  return {
    start: period.start.toISOString(),
    end: period.end?.toISOString() ?? null,
    subjects: Number(subjects),
    used: creditsToString(used),
    held: creditsToString(held),
    nearLimit: Number(nearLimit),
    atLimit: Number(atLimit),
    capped,
  };
}

function subjectJson({ kind, id, name, used, held }: QuotaSubjectUse) {
  return { kind, id, name, used: creditsToString(used), held: creditsToString(held) };
}

function amountJson(amount: Micros | null): string | null {
  return amount === null ? null : creditsToString(amount);
}
