import { type QuotaSubject, type SelectableQuota, selectQuotas } from "./select-quotas";

/** Why a quota counts a request, or why it does not. */
export type QuotaVerdict =
  | "binds"
  | "observes"
  | "switched_off"
  | "other_audience"
  | "other_role"
  | "other_plan"
  | "other_module"
  | "other_bot"
  | "other_store"
  | "outranked";

export type QuotaStanding<Quota> = {
  readonly quota: Quota;
  readonly verdict: QuotaVerdict;
  /** The quota of another role that counts in its place. */
  readonly outrankedBy: Quota | null;
};

/**
 * Says of each quota whether it counts a request, and why: exactly those of `selectQuotas` bind or observe; of the
 * others the first thing that keeps them out is named, in the order switched off, audience, role or plan, place, rank.
 */
export function explainQuotas<Quota extends SelectableQuota>(
  quotas: readonly Quota[],
  who: QuotaSubject,
): QuotaStanding<Quota>[] {
  const selected = selectQuotas(quotas, who);
  const ids = new Set(selected.map((quota) => quota.id));
  return quotas.map((quota) => {
    if (ids.has(quota.id)) {
      return { quota, verdict: quota.mode === "observe" ? "observes" : "binds", outrankedBy: null };
    }
    const verdict = kept(quota, who);
    return { quota, verdict, outrankedBy: verdict === "outranked" ? rivalOf(quota, selected) : null };
  });
}

function kept(quota: SelectableQuota, who: QuotaSubject): QuotaVerdict {
  if (!quota.enabled) return "switched_off";
  return wrongPerson(quota, who) ?? wrongPlace(quota, who) ?? "outranked";
}

function wrongPerson({ audience, role }: SelectableQuota, who: QuotaSubject): QuotaVerdict | null {
  if ((audience === "guest") !== (who.kind === "guest")) return "other_audience";
  if (audience === "role") return role !== null && who.roles.includes(role) ? null : "other_role";
  if (audience === "plan") return role !== null && who.plan === role ? null : "other_plan";
  return null;
}

function wrongPlace(quota: SelectableQuota, who: QuotaSubject): QuotaVerdict | null {
  if (quota.module !== null && quota.module !== who.module) return "other_module";
  if (quota.bot !== null && quota.bot !== who.bot) return "other_bot";
  return quota.store !== null && quota.store !== who.store ? "other_store" : null;
}

function rivalOf<Quota extends SelectableQuota>(quota: Quota, selected: readonly Quota[]): Quota | null {
  const sameScope = (other: Quota) =>
    other.audience === "role" &&
    other.mode === quota.mode &&
    other.module === quota.module &&
    other.bot === quota.bot &&
    other.store === quota.store;
  return selected.find(sameScope) ?? null;
}
