import { afterAll, beforeAll } from "vitest";
import { eventNow, FakeStripe } from "@/e2e/support/fake-stripe";
import type { StripeObject } from "@/e2e/support/stripe-objects";
import { prisma } from "@/lib/db";
import { creditsToString } from "@/lib/kernel/micros";
import { makeMerchant } from "@/lib/merchants/testing";
import { getBalance } from "@/lib/wallets";
import { createConnection } from "../connections/create-connection";
import { processDelivery } from "../inbox/process-delivery";
import { receiveDelivery } from "../inbox/receive-delivery";
import { createPackage } from "../packages/create-package";

type Made = Awaited<ReturnType<typeof makeMerchant>>;
type Account = Pick<Made, "ctx" | "merchantId" | "apiKey"> & { readonly connection: string };
type Sent = { secret?: string; at?: number };

/** A stand-in for Stripe for a file of tests, merchants with an account there, and its events on their way to them. */
export function useStripe() {
  const stripe = new FakeStripe();
  beforeAll(() => stripe.start());
  afterAll(() => stripe.stop());

  /** A merchant with a Stripe account and a package of 100 credits for `price_a`. */
  async function makeAccount({ withKey = true, options = {} }: { withKey?: boolean; options?: object } = {}) {
    const { ctx, merchantId, apiKey } = await makeMerchant();
    const connection = await createConnection(ctx, {
      ...{ kind: "stripe", name: "Stripe", webhookSecret: stripe.webhookSecret },
      ...(withKey ? { apiKey: stripe.apiKey } : {}),
      options: { apiBase: stripe.url, ...options },
    });
    const sold = await createPackage(ctx, { name: "Small", credits: "100", stripePrice: "price_a" });
    return { ctx, merchantId, apiKey, connection: connection.id, sold };
  }

  function receive({ connection }: Account, event: StripeObject, how: Sent = {}) {
    const { body, headers } = stripe.signed(event, how);
    const readBody = async () => Buffer.from(body);
    return receiveDelivery({
      kind: "stripe",
      connectionId: connection,
      headers: new Headers(headers),
      readBody,
      now: new Date(),
    });
  }

  /** Receives an event as its endpoint would, and works on everything that waits. */
  async function deliver(account: Account, event: StripeObject, how: Sent = {}) {
    const received = await receive(account, event, how);
    await workOff(account);
    return received;
  }

  return { stripe, makeAccount, deliver, receive, workOff };
}

async function workOff({ merchantId }: Account) {
  const open = await prisma.webhookDelivery.findMany({
    where: { merchantId, state: { in: ["pending", "failed"] } },
  });
  await Promise.all(open.map(({ id }) => processDelivery({ merchantId, id }, () => new Date())));
}

/** What a customer has now, as a decimal string. */
export async function balanceOf({ ctx }: Account, customer = "42"): Promise<string> {
  return creditsToString((await getBalance({ ...ctx, now: new Date() }, customer)).total);
}

/** The event that a checkout is complete. */
export const completed = (session: StripeObject) => eventNow("checkout.session.completed", session);
