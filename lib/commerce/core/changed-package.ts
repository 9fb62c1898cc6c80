import type { Package } from "./package";
import { canonicalPrice } from "./price";

/** What a package is before anything is said of it. */
export const BLANK_PACKAGE: Omit<Package, "id" | "name" | "credits"> = {
  category: "paid",
  expiresAfterDays: null,
  price: null,
  currency: null,
  connection: null,
  wooProduct: null,
  wooVariation: null,
  stripePrice: null,
  enabled: true,
  position: 0,
};

/** Fields of a package; what is undefined says nothing. */
export type PackageWish = { readonly [Field in Exclude<keyof Package, "id">]?: Package[Field] | undefined };

/** The package with what is given of it changed; the very same object when that changes nothing. */
export function changedPackage(current: Package, wish: PackageWish): Package {
  const given = Object.entries(wish).filter(([, value]) => value !== undefined);
  const changed = withPlainPrice({ ...current, ...Object.fromEntries(given) });
  return sameFields(current, changed) ? current : changed;
}

/** A price in its currency's own decimals; one that the currency cannot pay is left for the checks to name. */
function withPlainPrice(made: Package): Package {
  const { price, currency } = made;
  if (price === null || currency === null) return made;
  return { ...made, price: canonicalPrice(price, currency) ?? price };
}

function sameFields(a: Package, b: Package): boolean {
  const before = new Map<string, unknown>(Object.entries(a));
  return Object.entries(b).every(([field, value]) => before.get(field) === value);
}
