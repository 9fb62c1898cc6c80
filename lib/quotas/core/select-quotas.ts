import type { Micros } from "@/lib/kernel/micros";
import type { QuotaScope } from "./scope";

type QuotaAudience = "guest" | "customer" | "role" | "plan";

/** A quota as far as it matters for whom and what it binds. */
export type SelectableQuota = QuotaScope & {
  readonly id: string;
  readonly audience: QuotaAudience;
  /** The role or, for audience `plan`, the name of the plan. */
  readonly role: string | null;
  /** Null is unlimited, 0 lets nobody draw. */
  readonly limit: Micros | null;
  /** `observe` counts and shows, but binds nobody. */
  readonly mode: "enforce" | "observe";
  readonly enabled: boolean;
};

/** Who asks, for what. */
export type QuotaSubject = QuotaScope & {
  readonly kind: "guest" | "customer";
  readonly roles: readonly string[];
  readonly plan?: string | null;
};

/**
 * The quotas that count a request, in the order given; all of them bind at once, except those whose `mode` is
 * `observe`. A quota applies when it is enabled, its audience includes the subject, and each scope field it has
 * equals the request's.
 *
 * Of a customer's several roles only one counts per scope: the one with the highest limit (null is highest; of
 * equals the quota with the lowest id), with all its quotas there. A role without a quota neither binds nor
 * frees. Observing quotas are ranked among themselves, so that trying one out changes no decision.
 */
export function selectQuotas<Quota extends SelectableQuota>(
  quotas: readonly Quota[],
  who: QuotaSubject,
): Quota[] {
  const applying: Quota[] = [];
  let ofRoles = 0;
  for (const quota of quotas) {
    if (!quota.enabled || !inScope(quota, who) || !inAudience(quota, who)) continue;
    applying.push(quota);
    if (quota.audience === "role") ofRoles += 1;
  }
  return ofRoles < 2 ? applying : applying.filter((quota) => !isOutranked(quota, applying));
}

function inScope(quota: QuotaScope, who: QuotaScope): boolean {
  return (
    (quota.module === null || quota.module === who.module) &&
    (quota.bot === null || quota.bot === who.bot) &&
    (quota.store === null || quota.store === who.store)
  );
}

function inAudience({ audience, role }: SelectableQuota, who: QuotaSubject): boolean {
  switch (audience) {
    case "guest":
    case "customer":
      return who.kind === audience;
    case "role":
      return who.kind === "customer" && role !== null && who.roles.includes(role);
    case "plan":
      return who.kind === "customer" && role !== null && who.plan === role;
  }
}

/** Whether another role of the same scope and mode has the highest limit. */
function isOutranked(quota: SelectableQuota, among: readonly SelectableQuota[]): boolean {
  if (quota.audience !== "role") return false;
  let best = quota;
  for (const rival of among) {
    if (competes(rival, quota) && isHigher(rival, best)) best = rival;
  }
  return best.role !== quota.role;
}

function competes(a: SelectableQuota, b: SelectableQuota): boolean {
  return (
    a.audience === b.audience &&
    a.mode === b.mode &&
    a.module === b.module &&
    a.bot === b.bot &&
    a.store === b.store
  );
}

function isHigher(a: SelectableQuota, b: SelectableQuota): boolean {
  if (a.limit === b.limit) return a.id < b.id;
  if (a.limit === null || b.limit === null) return a.limit === null;
  return a.limit > b.limit;
}
