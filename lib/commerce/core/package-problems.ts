import type { FieldIssue } from "@/lib/kernel/errors";
import type { Package } from "./package";
import { canonicalPrice, currencyDigits } from "./price";

/** The kind of shop a connection is to. */
export type ShopKind = "woocommerce" | "stripe";

/** What keeps a package from being sound, field by field; `kind` is of the connection it names, if it names one. */
export function packageProblems(made: Package, kind: ShopKind | null): FieldIssue[] {
  return [...priceProblems(made), ...mappingProblems(made, kind)];
}

function priceProblems({ price, currency }: Package): FieldIssue[] {
  if (price === null) return [];
  if (currency === null) return [issue("currency", "is needed with a price")];
  if (canonicalPrice(price, currency) !== null) return [];
  return [issue("price", `${currency} has ${currencyDigits(currency)} decimal places`)];
}

function mappingProblems(made: Package, kind: ShopKind | null): FieldIssue[] {
  const problems: FieldIssue[] = [];
  if (made.wooVariation !== null && made.wooProduct === null) {
    problems.push(issue("wooProduct", "is needed with a variation"));
  }
  if (kind === "stripe" && made.wooProduct !== null) {
    problems.push(issue("wooProduct", "this connection is to Stripe, which has prices"));
  }
  if (kind === "woocommerce" && made.stripePrice !== null) {
    problems.push(issue("stripePrice", "this connection is to WooCommerce, which has products"));
  }
  return problems;
}

function issue(path: string, message: string): FieldIssue {
  return { path, message };
}
