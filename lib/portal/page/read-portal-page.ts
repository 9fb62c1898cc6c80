import type { Ctx } from "@/lib/access";
import { getBalance, getLatestVerification } from "@/lib/wallets";
import { type PageOptions, showsModule } from "../core/options";
import { ctxOfVisit, type Portal, type Visit } from "../sign-in/portal-visit";
import { readPackages } from "./packages";
import { readPageNames } from "./page-names";
import type { PageBalance, PortalPage } from "./page-parts";
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
  const { externalId } = visit.customer;
  const names = await readPageNames(asker);
  const [balance, quotas, use, requests, provenAt, packages, bought] = await Promise.all([
    readBalance(asker, externalId),
    readQuotas(asker, externalId, names),
    readUse(asker, externalId, { timeZone, names }),
    readRequests(asker, externalId, { options, names }),
    readProof(asker, externalId),
    options.buycredits ? readPackages(asker) : [],
    options.purchasehistory
      ? readPurchases(visit, { limit: RECENT_PURCHASES, completed: true })
      : { purchases: [], next: null },
  ]);
  return {
    timeZone,
    balance,
    quotas: quotas.filter((quota) => showsModule(options, quota.module)),
    use: { ...use, modules: use.modules.filter(({ module }) => showsModule(options, module)) },
    requests,
    purchases: bought.purchases,
    buyUrl: buyUrlOf(visit, options),
    provenAt,
    packages,
  };
}

/** Where credits are bought: the page's own address, else the merchant's; null when nothing is offered. */
export function buyUrlOf({ merchant }: Pick<Portal, "merchant">, options: PageOptions): string | null {
  return options.buycredits ? (options.buycreditsurl ?? merchant.buyCreditsUrl) : null;
}

async function readBalance(asker: Ctx, externalId: string): Promise<PageBalance> {
  const { total, held, available, debt, frozen, lots } = await getBalance(asker, externalId);
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
async function readProof(asker: Ctx, externalId: string): Promise<Date | null> {
  const [ofAll, ofOne] = await Promise.all([
    getLatestVerification(asker),
    getLatestVerification(asker, externalId),
  ]);
  const newest = ofOne && (!ofAll || ofOne.at > ofAll.at) ? ofOne : ofAll;
  return newest?.ok ? newest.at : null;
}
