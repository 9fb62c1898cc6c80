import type { Ctx } from "@/lib/access";
import { type Micros, parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";
import { type HeldQuota, listHeldQuotas } from "@/lib/metering";
import type { QuotaDefinition } from "@/lib/quotas/core";
import type { Names } from "./page-names";
import type { PageQuota } from "./page-parts";

/** The quotas that bind a customer, as counted now. Those that only observe limit nobody, and are not shown. */
export async function readQuotas(
  asker: Ctx,
  { customerId, roles }: { customerId: string; roles: readonly string[] },
  names: Promise<Names>,
): Promise<PageQuota[]> {
  const [held, known] = await Promise.all([listHeldQuotas(asker, { customerId, roles }), names]);
  return held.filter(({ quota }) => quota.mode === "enforce").map((each) => pageQuota(each, known));
}

function pageQuota({ view, quota }: HeldQuota, names: Names): PageQuota {
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
