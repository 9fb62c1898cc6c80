import { type Ctx, requireCan } from "@/lib/access";
import type { ListPrice } from "./core/list-price";
import { daysBefore } from "./days-before";
import { LISTED_PROVIDERS, listedModels, listPriceOf } from "./list-prices";
import { type SearchCatalogueInput, searchCatalogueInput } from "./schemas";
import { findSeenModels, type SeenModel } from "./traffic.repo";

/** A model that can be priced: seen in the merchant's own traffic, or on the list of a provider. */
export type CatalogueModel = {
  readonly provider: string;
  readonly model: string;
  /** Requests of the last 90 days; 0: only on the list. */
  readonly requests: bigint;
  readonly price: ListPrice | null;
};

const DAYS = 90;
const MOST = 100;

/**
 * Models by a part of their name or their provider's, the merchant's own first by how much they are used, then those
 * on the providers' lists. A hundred at most: narrow the search for others.
 */
export async function searchCatalogue(ctx: Ctx, input: SearchCatalogueInput = {}): Promise<CatalogueModel[]> {
  requireCan(ctx, "usage:read");
  const { search = "", provider = "" } = searchCatalogueInput.parse(input);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (each: { provider: string; model: string }) => {
    const name = `${each.provider} ${each.model}`.toLowerCase();
    return (provider === "" || each.provider === provider) && words.every((word) => name.includes(word));
  };
  const seen = ownModels(await findSeenModels(ctx, daysBefore(ctx.now, DAYS)));
  const known = new Set(seen.map(keyOf));
  const listed = LISTED_PROVIDERS.flatMap((each) =>
    listedModels(each).map((model) => ({ provider: each, model, requests: 0n })),
  ).filter((each) => !known.has(keyOf(each)));
  return [...seen, ...listed]
    .filter(fits)
    .slice(0, MOST)
    .map((each) => ({ ...each, price: listPriceOf(each.provider, each.model, ctx.now) }));
}

function keyOf({ provider, model }: { provider: string; model: string }): string {
  return `${provider}\n${model}`;
}

/** One entry for each model, whatever module used it, the most used first. */
function ownModels(seen: readonly SeenModel[]) {
  const models = new Map<string, { provider: string; model: string; requests: bigint }>();
  for (const { provider, model, requests } of seen) {
    const key = keyOf({ provider, model });
    models.set(key, { provider, model, requests: (models.get(key)?.requests ?? 0n) + requests });
  }
  return [...models.values()].sort((a, b) => (a.requests < b.requests ? 1 : -1));
}
