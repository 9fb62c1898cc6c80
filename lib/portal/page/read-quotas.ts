import type { Ctx } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Micros, parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";
import { listCustomerQuotas } from "@/lib/metering";
import { loadQuotas } from "@/lib/quotas";
import type { QuotaDefinition } from "@/lib/quotas/core";
import type { Names } from "./page-names";
import type { PageQuota } from "./page-parts";

type View = Awaited<ReturnType<typeof listCustomerQuotas>>[number];

/** The quotas that bind a customer, as counted now. Those that only observe limit nobody, and are not shown. */
export async function readQuotas(asker: Ctx, externalId: string, names: Names): Promise<PageQuota[]> {
  const [views, quotas] = await Promise.all([
    listCustomerQuotas(asker, externalId),
    loadQuotas(readSql(), asker.merchantId),
  ]);
  const byId = new Map(quotas.map((quota) => [quota.id, quota]));
  return views.flatMap((view) => {
    const quota = byId.get(view.id);
    return quota && quota.mode === "enforce" ? [pageQuota(view, quota, names)] : [];
  });
}

function pageQuota(view: View, quota: QuotaDefinition, names: Names): PageQuota {
  return {
    ...placeOf(quota, names),
    id: view.id,
    scope: view.scope,
    limit: view.limit === null ? null : amountOf(view.limit),
    used: amountOf(view.used),
    held: amountOf(view.held),
    remaining: view.remaining === null ? null : amountOf(view.remaining),
    period: quota.period,
    resetsAt: view.resetsAt === null ? null : new Date(view.resetsAt),
  };
}

/** Where a quota counts, by the merchant's own names. */
export function placeOf(
  { module, bot, store }: Pick<QuotaDefinition, "module" | "bot" | "store">,
  names: Names,
) {
  return {
    module,
    moduleName: module === null ? null : (names.modules.get(module) ?? module),
    botName: bot === null ? null : (names.bots.get(bot) ?? bot),
    storeName: store === null ? null : (names.stores.get(store) ?? store),
  };
}

function amountOf(text: string): Micros {
  return parseCredits(text) ?? ZERO_MICROS;
}
