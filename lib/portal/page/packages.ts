import type { Ctx } from "@/lib/access";
import { listPackagesOnSale, openCheckout } from "@/lib/commerce";
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

/** The packages on sale here, in the merchant's order. */
export async function readPackages(asker: Ctx): Promise<PagePackage[]> {
  const packages = await listPackagesOnSale(asker);
  return packages.map(({ id, name, credits, price, currency, expiresAfterDays }) => ({
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
