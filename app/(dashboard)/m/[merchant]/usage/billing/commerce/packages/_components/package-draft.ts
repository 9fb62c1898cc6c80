import type { Package } from "@/lib/commerce/core";
import type { CreatePackageInput } from "@/lib/commerce/schemas";
import { creditsToString, type Micros, parseCredits } from "@/lib/kernel/micros";

/** A package as its form holds it: what was typed. */
export type PackageDraft = {
  readonly name: string;
  readonly credits: string;
  readonly category: "paid" | "promotional";
  readonly expiresAfterDays: string;
  readonly price: string;
  readonly currency: string;
  readonly connection: string | null;
  readonly wooProduct: string;
  readonly wooVariation: string;
  readonly stripePrice: string;
  readonly enabled: boolean;
};

/** What a new package is to be sold by: a product or price that was bought and that no package knew. */
export type SoldProduct = Pick<
  PackageDraft,
  "name" | "connection" | "wooProduct" | "wooVariation" | "stripePrice"
>;

const text = (value: number | string | null) => value?.toString() ?? "";

/** The package as a draft; null is a new one in the merchant's currency, sold by `sold` where that is known. */
export function draftOf(made: Package | null, currency: string, sold: SoldProduct | null): PackageDraft {
  if (made === null) return { ...BLANK, currency, ...sold };
  return {
    name: made.name,
    credits: creditsToString(made.credits),
    category: made.category,
    expiresAfterDays: text(made.expiresAfterDays),
    price: text(made.price),
    currency: made.currency ?? currency,
    connection: made.connection,
    wooProduct: text(made.wooProduct),
    wooVariation: text(made.wooVariation),
    stripePrice: text(made.stripePrice),
    enabled: made.enabled,
  };
}

const BLANK: Omit<PackageDraft, "currency"> = {
  name: "",
  credits: "",
  category: "paid",
  expiresAfterDays: "",
  price: "",
  connection: null,
  wooProduct: "",
  wooVariation: "",
  stripePrice: "",
  enabled: true,
};

/** The credits that were typed; null when they are none, or not above 0. Grouping commas are let pass. */
export function creditsIn(typed: string): Micros | null {
  const value = parseCredits(typed.trim().replaceAll(",", ""));
  return value !== null && value > 0n ? value : null;
}

const orNull = (typed: string) => (typed.trim() === "" ? null : typed.trim());
const isWhole = (typed: string) => typed.trim() === "" || /^[1-9]\d{0,14}$/.test(typed.trim());

/** Numbers that are none, by their field. */
export function badNumbers(draft: PackageDraft): ("expiresAfterDays" | "wooProduct" | "wooVariation")[] {
  return (["expiresAfterDays", "wooProduct", "wooVariation"] as const).filter(
    (field) => !isWhole(draft[field]),
  );
}

/** The draft as it is sent. Only for one whose numbers are numbers. */
export function inputOf(draft: PackageDraft): CreatePackageInput {
  const days = orNull(draft.expiresAfterDays);
  return {
    name: draft.name,
    credits: draft.credits.trim().replaceAll(",", ""),
    category: draft.category,
    expiresAfterDays: days === null ? null : parseInt(days, 10),
    price: orNull(draft.price),
    currency: orNull(draft.currency),
    connection: draft.connection,
    wooProduct: orNull(draft.wooProduct),
    wooVariation: orNull(draft.wooVariation),
    stripePrice: orNull(draft.stripePrice),
    enabled: draft.enabled,
  };
}
