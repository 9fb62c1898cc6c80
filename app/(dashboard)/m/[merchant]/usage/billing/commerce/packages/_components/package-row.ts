import { type Package, type UnitPrice, worthOf } from "@/lib/commerce/core";
import { formatPlural } from "@/lib/kernel/format";
import { formatPrice } from "./format-price";
import { SOLD_BY } from "./words";
import { worthLine } from "./worth-words";

/** A package as a row of the table. */
export type PackageRow = {
  readonly id: string;
  readonly name: string;
  readonly credits: bigint;
  readonly price: string | null;
  readonly soldBy: string | null;
  readonly expires: string;
  /** What it buys first of all; null without a price for anything. */
  readonly buys: string | null;
  /** All that it buys. */
  readonly buysAll: string;
  readonly state: "on" | "off" | "unsold";
};

type Named = readonly { readonly id: string; readonly name: string }[];

/** `connections` name the shops; `prices` are what one request of each kind costs now. */
export function toPackageRow(
  made: Package,
  { connections, prices }: { connections: Named; prices: readonly UnitPrice[] },
): PackageRow {
  const worth = worthOf(made.credits, prices).map(worthLine);
  const soldBy = soldByOf(made, connections);
  return {
    id: made.id,
    name: made.name,
    credits: made.credits,
    price: made.price === null || made.currency === null ? null : formatPrice(made.price, made.currency),
    soldBy,
    expires:
      made.expiresAfterDays === null ? SOLD_BY.never : formatPlural(made.expiresAfterDays, ...SOLD_BY.days),
    buys: worth[0] ?? null,
    buysAll: worth.join(" · "),
    state: made.enabled ? (soldBy === null ? "unsold" : "on") : "off",
  };
}

function soldByOf(made: Package, connections: Named): string | null {
  const shop = connections.find(({ id }) => id === made.connection)?.name;
  const products = [
    ...(made.wooProduct === null ? [] : [SOLD_BY.product(made.wooProduct, made.wooVariation)]),
    ...(made.stripePrice === null ? [] : [SOLD_BY.price]),
  ];
  if (products.length === 0) return null;
  return shop === undefined ? products.join(" · ") : `${products.join(" · ")} · ${shop}`;
}
