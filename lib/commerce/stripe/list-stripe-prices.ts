import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { findConnection } from "../connections/connections.repo";
import { requireConnection } from "../connections/get-connection";
import { majorUnits } from "./amount";
import { plain } from "./ask-stripe";
import { requireStripe } from "./client";
import { askedOfStripe } from "./stripe-failure";

/** A price of a Stripe account, to choose from. */
export type StripePrice = {
  id: string;
  /** The product's name, and the price's own where it has one. */
  name: string;
  price: string | null;
  currency: string;
  /** Charged again each period; null: once. */
  interval: "day" | "week" | "month" | "year" | null;
};

const price = z.looseObject({
  id: z.string(),
  nickname: z.string().nullish(),
  unit_amount: z.int().nullish(),
  currency: z.string(),
  recurring: z.looseObject({ interval: z.enum(["day", "week", "month", "year"]) }).nullish(),
  product: z.union([
    z.string(),
    z.looseObject({ id: z.string(), name: z.string().nullish(), deleted: z.boolean().nullish() }),
  ]),
});

/** More are not chosen from a list: their ids are typed. */
const MOST = 500;

/**
 * The active prices of a Stripe account with the names of their products, asked of Stripe itself. Throws `not_found`,
 * `conflict` for a connection without an API key or one that may not list prices, `unavailable`.
 */
export async function listStripePrices(ctx: Ctx, id: string): Promise<{ data: StripePrice[] }> {
  requireCan(ctx, "usage:read");
  const connection = requireConnection(ctx, await findConnection(ctx, id));
  const stripe = requireStripe(connection);
  const listed = await askedOfStripe(() =>
    stripe.prices
      .list({ active: true, expand: ["data.product"], limit: 100 })
      .autoPagingToArray({ limit: MOST }),
  );
  return { data: listed.map((each) => priceOf(plain(price, each))) };
}

function priceOf({
  id,
  nickname,
  unit_amount,
  currency,
  recurring,
  product,
}: z.output<typeof price>): StripePrice {
  const named = typeof product === "string" ? product : (product.name ?? product.id);
  return {
    id,
    name: nickname ? `${named}, ${nickname}` : named,
    price: unit_amount == null ? null : majorUnits(unit_amount, currency),
    currency: currency.toUpperCase(),
    interval: recurring?.interval ?? null,
  };
}
