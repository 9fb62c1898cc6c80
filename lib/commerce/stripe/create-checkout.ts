import type Stripe from "stripe";
import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "../connections/connection";
import type { Package } from "../core";
import { requirePackage } from "../packages/get-package";
import { findPackage } from "../packages/packages.repo";
import { minorUnits } from "./amount";
import { type CreateCheckoutInput, createCheckoutInput } from "./checkout-input";
import { requireStripe } from "./client";
import { METADATA } from "./metadata";
import { sellingConnection } from "./selling-connection";
import { askedOfStripe } from "./stripe-failure";

/** A page of Stripe's where the customer pays. Credits come once Stripe says that it was paid. */
type Checkout = {
  readonly id: string;
  readonly url: string;
  readonly expiresAt: string;
  readonly package: string;
  readonly customer: string;
  readonly quantity: number;
};

/** Who asks for a checkout, for whom. Permissions were looked at before. */
type Asker = Pick<Ctx, "merchantId" | "storeId" | "tx">;

/**
 * Opens a checkout at Stripe for one package and one customer. Nothing is booked: that follows from Stripe's events.
 * Throws `not_found` for a package that is not on sale, `conflict` when it has no price or no Stripe account can sell
 * it, `unavailable` when Stripe does not answer. The same `id` again within a day gives the same checkout.
 */
export async function createCheckout(ctx: Ctx, input: CreateCheckoutInput): Promise<Checkout> {
  requireCan(ctx, "customers:write");
  return openCheckout(ctx, input);
}

/** `createCheckout` for a customer who asks for themselves, on the customer's page. */
export async function openCheckout(asker: Asker, input: CreateCheckoutInput): Promise<Checkout> {
  const wanted = createCheckoutInput.parse(input);
  const sold = requirePackage(await findPackage(asker, wanted.package));
  if (!sold.enabled) throw new AppError("not_found", "This package is not on sale.");
  const connection = await sellingConnection(asker, wanted.connection ?? sold.connection);
  const stripe = requireStripe(connection);
  const known = await findCustomer(readSql(), asker.merchantId, wanted.customer);
  const session = await askedOfStripe(async () => {
    const params = await sessionParams(stripe, { connection, sold, wanted, email: known?.email ?? null });
    const key = wanted.id === undefined ? {} : { idempotencyKey: `tollgate-${sold.id}-${wanted.id}` };
    return stripe.checkout.sessions.create(params, key);
  });
  if (session.url === null) throw new AppError("unavailable", "Stripe gave no page to pay on.");
  return {
    id: session.id,
    url: session.url,
    expiresAt: new Date(session.expires_at * 1_000).toISOString(),
    package: sold.id,
    customer: wanted.customer,
    quantity: wanted.quantity,
  };
}

type Wanted = {
  readonly connection: Connection;
  readonly sold: Package;
  readonly wanted: z.output<typeof createCheckoutInput>;
  readonly email: string | null;
};

/**
 * What is sold, to whom, stands on the session and on its payment, since Stripe copies neither to the other. Tax and
 * receipts are Stripe's, as the connection's options say.
 */
async function sessionParams(stripe: Stripe, { connection, sold, wanted, email }: Wanted) {
  const { item, recurring } = await itemOf(stripe, sold, wanted.quantity);
  const { customer } = wanted;
  const metadata = {
    [METADATA.package]: sold.id,
    [METADATA.quantity]: wanted.quantity.toString(),
    [METADATA.customer]: customer,
  };
  const params: Stripe.Checkout.SessionCreateParams = {
    line_items: [item],
    client_reference_id: customer,
    success_url: wanted.successUrl,
    cancel_url: wanted.cancelUrl,
    ...(email === null ? {} : { customer_email: email }),
    ...(connection.options["automaticTax"] === true ? { automatic_tax: { enabled: true } } : {}),
  };
  if (recurring) {
    // Each period is a purchase of its own, by its invoice, and its price says which package.
    const owner = { [METADATA.customer]: customer };
    return {
      ...params,
      mode: "subscription" as const,
      metadata: owner,
      subscription_data: { metadata: owner },
    };
  }
  return {
    ...params,
    mode: "payment" as const,
    metadata,
    payment_intent_data: { metadata },
    ...(connection.options["invoices"] === true ? { invoice_creation: { enabled: true } } : {}),
  };
}

type Item = Stripe.Checkout.SessionCreateParams.LineItem;

/** The package's own price at Stripe, else the price it is shown with. Throws `conflict` when it has neither. */
async function itemOf(
  stripe: Stripe,
  { name, price, currency, stripePrice }: Package,
  quantity: number,
): Promise<{ item: Item; recurring: boolean }> {
  if (stripePrice !== null) {
    const { recurring } = await stripe.prices.retrieve(stripePrice);
    return { item: { price: stripePrice, quantity }, recurring: recurring !== null };
  }
  const amount = price === null || currency === null ? null : minorUnits(price, currency);
  if (amount === null || currency === null) {
    throw new AppError("conflict", `"${name}" has no price that Stripe could charge.`);
  }
  const data = { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name } };
  return { item: { price_data: data, quantity }, recurring: false };
}
