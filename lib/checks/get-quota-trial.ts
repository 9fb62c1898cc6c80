import { type Ctx, requireCan } from "@/lib/access";
import { type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { getUsageBy } from "@/lib/logs";
import { getQuotaHistory, getQuotaUsage, type QuotaSubjectUse, type QuotaUsage } from "@/lib/quotas";
import { type QuotaDefinition, suggestLimit, worthOfRequests } from "@/lib/quotas/core";

/** A period of a quota on trial: who enforcing would have refused. */
export type TrialPeriod = QuotaUsage & {
  /** What was used beyond the limit, in requests of average cost; null when nothing is known of their cost. */
  readonly requests: bigint | null;
};

export type QuotaTrial = {
  readonly quota: QuotaDefinition;
  /** The running period, then up to six before it. */
  readonly periods: readonly TrialPeriod[];
  /** Who is beyond the limit now, the furthest first, ten at most. */
  readonly over: readonly QuotaSubjectUse[];
  /** The limit that would have refused at most so many in a hundred of those who drew on it, in every period shown. */
  readonly suggestions: readonly { readonly percent: 1 | 5; readonly limit: Micros }[];
  /** What the average cost is taken from: requests of the last 30 days in the quota's scope. */
  readonly basis: { readonly requests: bigint; readonly cost: Micros };
};

/**
 * Shows what enforcing a quota would have done, from what it counted while it observed: in the running period and up
 * to six before, how many would have been refused, for how many requests' worth, and which limit would have refused
 * 1 % or 5 %. Reads counters and daily roll-ups only. Of a quota that enforces it shows the same, where nobody is
 * beyond the limit but by overdraft. Throws `not_found`.
 */
export async function getQuotaTrial(ctx: Ctx, id: string): Promise<QuotaTrial> {
  requireCan(ctx, "usage:read");
  const [{ quota, periods }, { top }] = await Promise.all([getQuotaHistory(ctx, id), getQuotaUsage(ctx, id)]);
  const basis = await costOfRequests(ctx, quota);
  const { limit } = quota;
  return {
    quota,
    periods: periods.map((each) => ({ ...each, requests: worthOfRequests(each.excess, basis) })),
    over: limit === null ? [] : top.filter(({ used }) => used > limit),
    suggestions: suggestionsFrom(periods),
    basis,
  };
}

async function costOfRequests(
  asker: Ctx,
  { module, bot, store }: QuotaDefinition,
): Promise<QuotaTrial["basis"]> {
  const narrowed = {
    ...(module === null ? {} : { module }),
    ...(bot === null ? {} : { bot }),
    ...(store === null ? {} : { store }),
  };
  const { totals } = await getUsageBy(asker, { range: "30d", by: "day", ...narrowed });
  return { requests: totals.now.requests, cost: totals.now.cost };
}

function suggestionsFrom(periods: readonly QuotaUsage[]): QuotaTrial["suggestions"] {
  if (periods.every((each) => each.subjects === 0n)) return [];
  const highest = (of: (period: QuotaUsage) => Micros) =>
    periods.map(of).reduce((most, each) => (each > most ? each : most), ZERO_MICROS);
  return [
    { percent: 1, limit: suggestLimit(highest((period) => period.p99)) },
    { percent: 5, limit: suggestLimit(highest((period) => period.p95)) },
  ];
}
