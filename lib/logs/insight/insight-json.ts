import { creditsToString } from "@/lib/kernel/micros";
import type { InsightRow } from "../core/insight";
import type { Insight } from "./get-insight";
import type { CustomerUse, DearRequest } from "./insight.repo";

/** Insight as the HTTP API writes it: amounts are decimal strings, counts are numbers. */
export function insightJson(insight: Insight) {
  const { now, before } = insight.totals;
  return {
    from: insight.from,
    to: insight.to,
    before: insight.before,
    timeZone: insight.timeZone,
    by: insight.by,
    totals: { now: figuresJson(now), before: figuresJson(before) },
    rows: insight.by === "customer" ? insight.customers.map(customerJson) : insight.rows.map(rowJson),
    hours:
      insight.hours?.map(({ weekday, hour, requests, cost }) => ({
        weekday,
        hour,
        requests: Number(requests),
        cost: creditsToString(cost),
      })) ?? null,
    dearest: insight.dearest?.map(dearJson) ?? null,
    refusals: insight.refusals.map(({ day, code, refusals }) => ({ day, code, count: Number(refusals) })),
    complete: insight.complete,
  };
}

function numberOrNull(count: bigint | null): number | null {
  return count === null ? null : Number(count);
}

function figuresJson(figures: InsightRow["now"]) {
  return {
    requests: Number(figures.requests),
    failures: Number(figures.failures),
    unpriced: Number(figures.unpriced),
    tokens: Number(figures.tokens),
    cost: creditsToString(figures.cost),
    overdraft: creditsToString(figures.overdraft),
    refusals: Number(figures.refusals),
    customers: numberOrNull(figures.customers),
  };
}

function rowJson({ key, provider, now, before }: InsightRow) {
  const used = key === "" ? null : key;
  return { key: used, provider, name: null, now: figuresJson(now), before: figuresJson(before) };
}

/** What of a customer was unpriced, uncovered or refused is in no roll-up. */
function customerJson(use: CustomerUse) {
  return {
    key: use.key,
    provider: null,
    name: use.name,
    now: {
      requests: Number(use.requests),
      failures: Number(use.failures),
      tokens: Number(use.tokens),
      cost: creditsToString(use.cost),
    },
    before: {
      requests: Number(use.requestsBefore),
      failures: Number(use.failuresBefore),
      tokens: Number(use.tokensBefore),
      cost: creditsToString(use.costBefore),
    },
  };
}

function dearJson({ tokens, cost, occurredAt, ...request }: DearRequest) {
  return {
    ...request,
    tokens: Number(tokens),
    cost: creditsToString(cost),
    occurredAt: occurredAt.toISOString(),
  };
}
