import { wooRequest } from "@/e2e/support/fake-woocommerce";
import type { Ctx } from "@/lib/access";
import { makeMerchant } from "@/lib/merchants/testing";
import { getBalance, listLedger, verifyWallets } from "@/lib/wallets";
import { creditsToString } from "@/lib/kernel/micros";
import { createConnection } from "./connections/create-connection";
import { findDeliveries } from "./inbox/deliveries.repo";
import { processDelivery } from "./inbox/process-delivery";
import { receiveDelivery } from "./inbox/receive-delivery";
import { createPackage } from "./packages/create-package";

export const SECRET = "s3cret & <quoted> ü";

/** A merchant with a shop that sends webhooks, and a package of 100 credits for product 7. */
export async function makeShop(
  wish: { url?: string; keys?: { consumerKey: string; consumerSecret: string }; grantWhen?: string } = {},
) {
  const made = await makeMerchant();
  const { ctx } = made;
  const connection = await createConnection(ctx, {
    kind: "woocommerce",
    name: "Shop",
    webhookSecret: SECRET,
    ...(wish.url === undefined ? {} : { url: wish.url }),
    ...(wish.keys ?? {}),
    ...(wish.grantWhen === "processing" || wish.grantWhen === "paid" ? { grantWhen: wish.grantWhen } : {}),
  });
  const sold = await createPackage(ctx, { name: "100 credits", credits: "100", wooProduct: 7 });
  return { ...made, connection, package: sold, tell: teller(ctx, connection.id) };
}

export type Tell = ReturnType<typeof teller>;

/** Sends a webhook to a connection as WooCommerce would, and works on what is waiting. */
export function teller(ctx: Ctx, connectionId: string) {
  const knock = async (topic: string, payload: unknown, secret = SECRET) => {
    const { headers, body } = wooRequest(topic, payload, secret);
    return receiveDelivery({
      kind: "woocommerce",
      connectionId,
      headers: new Headers(headers),
      readBody: async () => Buffer.from(body),
      now: new Date(),
    });
  };
  const work = () => workOff(ctx.merchantId);
  const tell = async (topic: string, payload: unknown) => {
    await knock(topic, payload);
    await work();
  };
  return Object.assign(tell, { knock, work });
}

/** Works on all deliveries of a merchant that wait, whenever their next try would be. */
export async function workOff(merchantId: string, at = new Date()): Promise<void> {
  const filter = { connection: null, purchase: null };
  const page = { before: null, limit: 5_000 };
  const waiting = [
    ...(await findDeliveries(merchantId, page, { ...filter, state: "pending" })),
    ...(await findDeliveries(merchantId, page, { ...filter, state: "failed" })),
  ];
  await Promise.all(waiting.reverse().map((each) => processDelivery(each, () => at)));
}

/** What a customer has, what was booked, and that it is provable. */
export async function books(ctx: Ctx, externalId = "42", at = new Date()) {
  const now = { ...ctx, now: at };
  const total = creditsToString((await getBalance(now, externalId)).total);
  const ledger = await listLedger(now, { externalId, limit: 200 });
  const proof = await verifyWallets(now);
  const entries = ledger.data.map((entry) => `${entry.type} ${creditsToString(entry.delta)}`).reverse();
  return { total, entries, proven: proof.ok };
}
