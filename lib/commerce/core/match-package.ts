import type { Package, Product } from "./package";

/**
 * The package that a product of a connection sells, or null. A variation's own package comes before its product's,
 * and one mapped to this connection before one mapped to any. Disabled packages sell nothing more.
 */
export function matchPackage<Candidate extends Package>(
  packages: readonly Candidate[],
  sold: { readonly connection: string; readonly product: Product },
): Candidate | null {
  let best: Candidate | null = null;
  let bestRank = 0;
  for (const candidate of packages) {
    const rank = rankOf(candidate, sold);
    if (rank > bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}

/** 0 when the package is not sold by this product; otherwise the more specific mapping has the higher rank. */
function rankOf(candidate: Package, sold: { connection: string; product: Product }): number {
  // What our own checkout sold is granted, also when the package was taken out of sale before it was paid.
  if (sold.product.kind === "package") return candidate.id === sold.product.package ? 1 : 0;
  if (!candidate.enabled) return 0;
  if (candidate.connection !== null && candidate.connection !== sold.connection) return 0;
  const product = productRank(candidate, sold.product);
  return product === 0 ? 0 : product + (candidate.connection === null ? 0 : 1);
}

function productRank(candidate: Package, product: Exclude<Product, { kind: "package" }>): number {
  if (product.kind === "stripe") return candidate.stripePrice === product.price ? 2 : 0;
  if (candidate.wooProduct !== product.product) return 0;
  if (candidate.wooVariation === null) return 2;
  return candidate.wooVariation === product.variation ? 4 : 0;
}
