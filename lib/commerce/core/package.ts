import type { Micros } from "@/lib/kernel/micros";

/** What a line of a purchase is of, in the shop's own words. A package is found by it. */
export type Product =
  | { readonly kind: "woocommerce"; readonly product: number; readonly variation: number | null }
  | { readonly kind: "stripe"; readonly price: string }
  /** The package itself: what our own checkout sells. */
  | { readonly kind: "package"; readonly package: string };

/** What a customer buys: credits for each quantity, and which products of which shop sell it. */
export type Package = {
  readonly id: string;
  readonly name: string;
  /** Of one quantity. */
  readonly credits: Micros;
  readonly category: "paid" | "promotional";
  /** Whole days from the purchase; null: the credits never expire. */
  readonly expiresAfterDays: number | null;
  /** In major units with the currency's own decimals ("9.90", "1500"): shown, and charged by our own checkout. */
  readonly price: string | null;
  readonly currency: string | null;
  /** The one shop or Stripe account whose products it is sold as; null: any of the merchant's. */
  readonly connection: string | null;
  readonly wooProduct: number | null;
  /** Null: every variation of the product. */
  readonly wooVariation: number | null;
  readonly stripePrice: string | null;
  readonly enabled: boolean;
  /** Lists show the smallest first. */
  readonly position: number;
};
