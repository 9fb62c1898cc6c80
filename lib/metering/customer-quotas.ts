import type { Ctx } from "@/lib/access";
import type { Sql } from "@/lib/db";
import { groupBy } from "@/lib/kernel/group-by";
import { loadSettings } from "@/lib/merchants";
import { loadCounters, loadQuotas } from "@/lib/quotas";
import { counterId, type CounterKey, scopeString, selectQuotas } from "@/lib/quotas/core";
import type { Bound } from "./core/binding";
import { periodOf } from "./period-of";

/** A customer as far as quotas tell them apart. */
export type QuotaHolder = { customerId: string; roles: readonly string[] };

/** Every quota that could bind a customer, with its counter of the current period. */
export async function boundQuotasOf(sql: Sql, ctx: Ctx, holder: QuotaHolder): Promise<Bound[]> {
  return (await boundQuotasOfMany(sql, ctx, [holder])).get(holder.customerId) ?? [];
}

/** The same for several customers at once, by customer. */
export async function boundQuotasOfMany(
  sql: Sql,
  by: Ctx,
  holders: readonly QuotaHolder[],
): Promise<Map<string, Bound[]>> {
  const { merchantId } = by;
  const [settings, quotas] = await Promise.all([loadSettings(sql, merchantId), loadQuotas(sql, merchantId)]);
  const wanted = holders.flatMap((holder) =>
    quotas
      .filter(({ module, bot, store, ...quota }) => {
        const who = { kind: "customer", roles: holder.roles, module, bot, store } as const;
        return selectQuotas(quotas, who).some((each) => each.id === quota.id);
      })
      .map((quota) => {
        const window = periodOf(quota, settings, by.now);
        const key: CounterKey = {
          merchantId,
          subjectId: holder.customerId,
          quotaId: quota.id,
          periodStart: window.start,
        };
        return { quota, window, key };
      }),
  );
  const counters = await loadCounters(
    sql,
    wanted.map(({ key }) => key),
  );
  const bound = wanted.flatMap(({ quota, window, key }): (Bound & { holder: string })[] => {
    const counter = counters.get(counterId(key));
    if (!counter) return [];
    const { limit } = quota;
    return [
      { holder: key.subjectId, quota, counter, limit, scope: scopeString(quota), resetsAt: window.end },
    ];
  });
  return groupBy(bound, (each) => each.holder);
}
