import type { Ctx } from "@/lib/access";
import { micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { getBalance, getProofOver } from "@/lib/wallets";
import { type PageOptions, showsModule } from "../core/options";
import { ctxOfVisit, type Portal, type Visit } from "../sign-in/portal-visit";
import { readPackages } from "./packages";
import { readPageNames } from "./page-names";
import type { PageBalance, PageUse, PortalPage } from "./page-parts";
import { readRequests } from "./read-entries";
import { readPurchases } from "./read-purchases";
import { readQuotas } from "./read-quotas";
import { readUse } from "./read-use";

const RECENT_PURCHASES = 5;

type Wish = { readonly options: PageOptions; readonly timeZone: string };

/**
 * Everything a customer's page shows: balance, quotas, use over thirty days, recent requests and purchases, as of the
 * visit's instant. Each figure comes from the wallet, the counters or the ledger itself; none is computed twice.
 */
export async function readPortalPage(visit: Visit, { options, timeZone }: Wish): Promise<PortalPage> {
  const asker = ctxOfVisit(visit);
  const { customerId } = visit.customer;
  const names = readPageNames(asker);
  const [balance, quotas, use, requests, provenAt, packages, bought] = await Promise.all([
    readBalance(asker, customerId),
    readQuotas(asker, visit.customer, names),
    readUse(asker, customerId, { timeZone, names }),
    readRequests(asker, customerId, { options, names }),
    readProof(asker, customerId),
    options.buycredits ? readPackages(asker) : [],
    options.purchasehistory
      ? readPurchases(visit, { limit: RECENT_PURCHASES, completed: true })
      : { purchases: [], next: null },
  ]);
  return {
    timeZone,
    balance,
    quotas: quotas.filter((quota) => showsModule(options, quota.module)),
    use: { ...use, modules: shownModules(use.modules, options) },
    requests,
    purchases: bought.purchases,
    buyUrl: buyUrlOf(visit, options),
    provenAt,
    packages,
  };
}

/** Modules that the page does not speak of count together with what named none, so that the list adds up to the total. */
function shownModules(modules: PageUse["modules"], options: PageOptions): PageUse["modules"] {
  const others = modules.filter(({ module }) => module === null || !showsModule(options, module));
  const shown = modules.filter((each) => !others.includes(each));
  if (others.length === 0) return shown;
  const cost = others.reduce((sum, each) => micros(sum + each.cost), ZERO_MICROS);
  const requests = others.reduce((sum, each) => sum + each.requests, 0);
  return [...shown, { module: null, name: null, cost, requests }];
}

/** Where credits are bought: the page's own address, else the merchant's; null when nothing is offered. */
export function buyUrlOf({ merchant }: Pick<Portal, "merchant">, options: PageOptions): string | null {
  return options.buycredits ? (options.buycreditsurl ?? merchant.buyCreditsUrl) : null;
}

async function readBalance(asker: Ctx, customerId: string): Promise<PageBalance> {
  const { total, held, available, debt, frozen, lots } = await getBalance(asker, { customerId });
  return {
    total,
    held,
    available,
    debt,
    frozen,
    lots: lots.map(({ lot: { id, granted, remaining, category, expiresAt } }) => ({
      id,
      granted,
      remaining,
      category,
      expiresAt,
    })),
  };
}

/** The newest of the proofs that this wallet was part of, if it found nothing wrong. */
async function readProof(asker: Ctx, customerId: string): Promise<Date | null> {
  const newest = await getProofOver(asker, customerId);
  return newest?.ok ? newest.at : null;
}
