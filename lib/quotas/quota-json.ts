import { creditsToString, type Micros } from "@/lib/kernel/micros";
import type { QuotaDefinition } from "./core/definition";

/** A quota as the HTTP API writes it (design.md §4). */
export function quotaJson(quota: QuotaDefinition) {
  return {
    id: quota.id,
    audience: quota.audience,
    role: quota.role,
    module: quota.module,
    bot: quota.bot,
    store: quota.store,
    limit: limitJson(quota.limit),
    networkLimit: limitJson(quota.networkLimit),
    period: quota.period,
    anchorDay: quota.anchorDay,
    anchorMonth: quota.anchorMonth,
    timeZone: quota.timeZone,
    message: quota.message,
    actions: quota.actions.map(({ slot, type, label, url }) => ({ slot, type, label, url })),
    mode: quota.mode,
    enabled: quota.enabled,
  };
}

function limitJson(limit: Micros | null): string | null {
  return limit === null ? null : creditsToString(limit);
}
