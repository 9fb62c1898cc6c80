import { creditsToString, type Micros, micros, remainderMicros } from "@/lib/kernel/micros";
import {
  type CounterBook,
  counterId,
  type CounterKey,
  networkScope,
  type QuotaCounter,
  type QuotaDefinition,
  scopeString,
  selectQuotas,
} from "@/lib/quotas/core";
import type { RequestFacts, Subject } from "./op";
import { configOf, type MerchantConfig, walletOf, type World } from "./world";

/** A counter that applies to a request, with the quota it counts for. */
export type Bound = {
  readonly quota: QuotaDefinition;
  readonly counter: CounterBook;
  readonly limit: Micros | null;
  readonly scope: string;
  readonly resetsAt: Date | null;
};

/** How answers show a quota (design.md §4). */
export type QuotaView = {
  id: string;
  scope: string;
  limit: string | null;
  used: string;
  held: string;
  remaining: string | null;
  resetsAt: string | null;
};

type Scoped = Pick<RequestFacts, "merchantId" | "module" | "bot" | "store" | "subject">;

/** The counters of every quota that applies to a request, the session's before the network's. */
export function bindQuotas(world: World, request: Scoped): Bound[] {
  const config = configOf(world, request.merchantId);
  const roles = request.subject.kind === "customer" ? walletOf(world, request.subject.customerId).roles : [];
  const { module, bot, store } = request;
  const quotas = selectQuotas(config.quotas, { kind: request.subject.kind, roles, module, bot, store });
  return quotas.flatMap((quota) => boundOf(world, request, quota));
}

function boundOf(world: World, request: Scoped, quota: QuotaDefinition): Bound[] {
  const window = world.periodOf(quota, configOf(world, request.merchantId));
  return subjectsOf(quota, request.subject).flatMap(({ subjectId, network }) => {
    const key = { merchantId: request.merchantId, quotaId: quota.id, subjectId, periodStart: window.start };
    const counter = world.counters.get(counterId(key));
    if (!counter) return [];
    const scope = scopeString(quota);
    return [
      {
        quota,
        counter,
        limit: network ? quota.networkLimit : quota.limit,
        scope: network ? networkScope(scope) : scope,
        resetsAt: window.end,
      },
    ];
  });
}

function subjectsOf(quota: QuotaDefinition, subject: Subject): { subjectId: string; network: boolean }[] {
  if (subject.kind === "customer") return [{ subjectId: subject.customerId, network: false }];
  const session = { subjectId: subject.guestId, network: false };
  if (subject.networkId === null || quota.networkLimit === null) return [session];
  return [session, { subjectId: subject.networkId, network: true }];
}

/** The counters that could apply to a request, whatever roles its customer turns out to have. */
export function candidateCounters(
  config: MerchantConfig,
  request: Scoped,
  periodOf: World["periodOf"],
): CounterKey[] {
  return config.quotas
    .filter((quota) => couldApply(quota, request))
    .flatMap((quota) => {
      const periodStart = periodOf(quota, config).start;
      return subjectsOf(quota, request.subject).map(({ subjectId }) => ({
        merchantId: request.merchantId,
        quotaId: quota.id,
        subjectId,
        periodStart,
      }));
    });
}

function couldApply(quota: QuotaDefinition, request: Scoped): boolean {
  return (
    (quota.audience === "guest") === (request.subject.kind === "guest") &&
    (quota.module === null || quota.module === request.module) &&
    (quota.bot === null || quota.bot === request.bot) &&
    (quota.store === null || quota.store === request.store)
  );
}

/** The bound counters as the split sees them; the key is the place in the list. */
export function splitCounters(bound: readonly Bound[]): QuotaCounter[] {
  return bound.map(({ counter, limit, quota }, place) => ({
    key: place.toString().padStart(3, "0"),
    limit,
    used: counter.used,
    held: counter.held,
    observe: quota.mode === "observe",
  }));
}

/** A bound counter as answers show it. */
export function quotaView({ quota, counter, limit, scope, resetsAt }: Bound): QuotaView {
  return {
    id: quota.id,
    scope,
    limit: limit === null ? null : creditsToString(limit),
    used: creditsToString(counter.used),
    held: creditsToString(counter.held),
    remaining:
      limit === null ? null : creditsToString(remainderMicros(limit, micros(counter.used + counter.held))),
    resetsAt: resetsAt?.toISOString() ?? null,
  };
}
