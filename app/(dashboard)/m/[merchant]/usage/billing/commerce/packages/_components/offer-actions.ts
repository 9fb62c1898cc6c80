"use server";

import { listShopProducts, listStripePrices, type StripePrice } from "@/lib/commerce";
import { defineAction } from "@/lib/web";
import type { ShopOffer } from "./shop-offers";

type Asked = {
  readonly connection: string;
  readonly kind: "woocommerce" | "stripe";
  readonly search: string;
};

/** What the shop or account sells, to choose from. */
export const listOffersAction = defineAction(async (ctx, { connection, kind, search }: Asked) =>
  kind === "stripe"
    ? (await listStripePrices(ctx, connection)).data.map(priceOffer)
    : (await listShopProducts(ctx, connection, search === "" ? {} : { search })).data.flatMap(productOffers),
);

function priceOffer({ id, name, price, currency, interval }: StripePrice): ShopOffer {
  const amount = price === null ? currency : `${price} ${currency}`;
  const label = `${name} · ${interval === null ? amount : `${amount} / ${interval}`}`;
  return { label, name, price, currency, wooProduct: "", wooVariation: "", stripePrice: id };
}

type ShopProduct = Awaited<ReturnType<typeof listShopProducts>>["data"][number];

/** A product with variations is offered as a whole and each of them. */
function productOffers({ id, name, price, variations }: ShopProduct): ShopOffer[] {
  const product = { wooProduct: id.toString(), stripePrice: "", currency: null };
  const whole = { ...product, label: `${name} (${id})`, name, price, wooVariation: "" };
  const each = variations.map((variation) => ({
    ...product,
    label: `${name}, ${variation.name} (${variation.id})`,
    name: `${name}, ${variation.name}`,
    price: variation.price,
    wooVariation: variation.id.toString(),
  }));
  return [whole, ...each];
}
