import type { Ctx } from "@/lib/access";
import type { Sql } from "@/lib/db";
import { loadSettings } from "@/lib/merchants";
import { loadCounters, loadQuotas } from "@/lib/quotas";
import { counterId, type CounterKey, scopeString, selectQuotas } from "@/lib/quotas/core";
import type { Bound } from "./core/binding";
import { periodOf } from "./period-of";

/** A customer as far as quotas tell them apart. */
export type QuotaHolder = { customerId: string; roles: readonly string[] };

/** Every quota that could bind a customer, with its counter of the current period. */
export async function boundQuotasOf(sql: Sql, ctx: Ctx, holder: QuotaHolder): Promise<Bound[]> {
  const [settings, quotas] = await Promise.all([
    loadSettings(sql, ctx.merchantId),
    loadQuotas(sql, ctx.merchantId),
  ]);
  const binding = quotas
    .filter(({ module, bot, store, ...quota }) => {
      const who = { kind: "customer", roles: holder.roles, module, bot, store } as const;
      return selectQuotas(quotas, who).some((each) => each.id === quota.id);
    })
    .map((quota) => ({ quota, window: periodOf(quota, settings, ctx.now) }));
  const keys = binding.map(({ quota, window }): CounterKey => ({
    merchantId: ctx.merchantId,
    subjectId: holder.customerId,
    quotaId: quota.id,
    periodStart: window.start,
  }));
  const counters = await loadCounters(sql, keys);
  return binding.flatMap(({ quota, window }, place): Bound[] => {
    const key = keys[place];
    const counter = key && counters.get(counterId(key));
    if (!counter) return [];
    return [{ quota, counter, limit: quota.limit, scope: scopeString(quota), resetsAt: window.end }];
  });
}
