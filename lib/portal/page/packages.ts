import type { Ctx } from "@/lib/access";
import { listConnections, listPackages, openCheckout } from "@/lib/commerce";
import { AppError } from "@/lib/kernel/errors";
import type { Micros } from "@/lib/kernel/micros";
import { ctxOfVisit, type Visit } from "../sign-in/portal-visit";

/** A package that the page itself can sell, through Stripe. */
export type PagePackage = {
  readonly id: string;
  readonly name: string;
  readonly credits: Micros;
  /** In major units ("9.90") of an ISO 4217 currency; null: Stripe's own price, shown there. */
  readonly price: { readonly amount: string; readonly currency: string } | null;
  readonly expiresAfterDays: number | null;
};

const MOST = { limit: 50 };

/** The packages on sale, where a Stripe account of the merchant's can sell them; none where there is no such account. */
export async function readPackages(asker: Ctx): Promise<PagePackage[]> {
  const [packages, connections] = await Promise.all([
    listPackages(asker, MOST),
    listConnections(asker, MOST),
  ]);
  const sells = connections.data.some(
    ({ kind, enabled, hasKeys }) => kind === "stripe" && enabled && hasKeys,
  );
  if (!sells) return [];
  return packages.data
    .filter(({ enabled, price, stripePrice }) => enabled && (price !== null || stripePrice !== null))
    .map(({ id, name, credits, price, currency, expiresAfterDays }) => ({
      id,
      name,
      credits,
      price: price === null || currency === null ? null : { amount: price, currency },
      expiresAfterDays,
    }));
}

/**
 * Opens a checkout at Stripe for one package and this customer, and returns its address. Nothing is booked until
 * Stripe says that it was paid. Throws `forbidden` for a member who only looks on, and what `openCheckout` throws.
 */
export async function buyPackage(
  visit: Visit,
  wish: { package: string; successUrl: string; cancelUrl: string },
): Promise<string> {
  if (visit.viewer)
    throw new AppError("forbidden", "Who looks at a customer's page buys nothing in their name.");
  const { merchantId, storeId } = ctxOfVisit(visit);
  const customer = visit.customer.externalId;
  const { url } = await openCheckout({ merchantId, storeId }, { ...wish, customer });
  return url;
}
