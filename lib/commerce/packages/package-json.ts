import { creditsToString } from "@/lib/kernel/micros";
import type { Package } from "../core/package";
import { type UnitPrice, type Worth, worthOf } from "../core/worth";

/** A package as the HTTP API writes it; with `prices`, what it roughly buys as well. */
export function packageJson(made: Package, prices?: readonly UnitPrice[]) {
  return {
    id: made.id,
    name: made.name,
    credits: creditsToString(made.credits),
    category: made.category,
    expiresAfterDays: made.expiresAfterDays,
    price: made.price,
    currency: made.currency,
    connection: made.connection,
    wooProduct: made.wooProduct,
    wooVariation: made.wooVariation,
    stripePrice: made.stripePrice,
    enabled: made.enabled,
    position: made.position,
    ...(prices ? { worth: worthOf(made.credits, prices).map(worthJson) } : {}),
  };
}

/** What credits roughly buy of one kind of usage, and what that supposes. */
export function worthJson({ operation, per, cost, count, basis }: Worth) {
  return { operation, per, cost: creditsToString(cost), count: count?.toString() ?? null, basis };
}
