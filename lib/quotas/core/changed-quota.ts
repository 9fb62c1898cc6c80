import type { FieldIssue } from "@/lib/kernel/errors";
import type { QuotaDefinition } from "./definition";

/** Fields to replace; what is absent or undefined stays, null clears. */
export type QuotaChanges = { readonly [Field in keyof QuotaDefinition]?: QuotaDefinition[Field] | undefined };

/** A new quota's settings where its maker says nothing: it counts for ever, enforces and is switched on. */
export const QUOTA_DEFAULTS: Omit<QuotaDefinition, "id" | "audience"> = {
  role: null,
  module: null,
  bot: null,
  store: null,
  limit: null,
  networkLimit: null,
  period: "never",
  anchorDay: 1,
  anchorMonth: 1,
  timeZone: null,
  message: null,
  actions: [],
  mode: "enforce",
  enabled: true,
};

/** The quota with the changes made, or the very quota itself when they change nothing. */
export function changedQuota(quota: QuotaDefinition, changes: QuotaChanges): QuotaDefinition {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const next: QuotaDefinition = { ...quota, ...Object.fromEntries(given), id: quota.id };
  return stateOf(next) === stateOf(quota) ? quota : next;
}

/** What keeps a quota from being saved: fields that do not go together. */
export function quotaProblems({ audience, role, networkLimit }: QuotaDefinition): FieldIssue[] {
  const problems: FieldIssue[] = [];
  const namesRole = audience === "role" || audience === "plan";
  if (namesRole && role === null) {
    problems.push({ path: "role", message: `A quota for a ${audience} names it.` });
  }
  if (!namesRole && role !== null) {
    problems.push({ path: "role", message: "Only a quota for a role or a plan has one." });
  }
  if (audience !== "guest" && networkLimit !== null) {
    problems.push({ path: "networkLimit", message: "Only a quota for guests has one." });
  }
  return problems;
}

/** One string per state, whatever the order of fields: PostgreSQL keeps those of a button in an order of its own. */
function stateOf(quota: QuotaDefinition): string {
  return JSON.stringify(quota, (_field, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
