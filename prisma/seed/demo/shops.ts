import { randomBytes } from "node:crypto";
import type { Ctx } from "@/lib/access";
import {
  createConnection,
  createPackage,
  listConnections,
  listDeliveries,
  listPackages,
  processDelivery,
  receiveDelivery,
  rotateWebhookSecret,
} from "@/lib/commerce";
import { AppError } from "@/lib/kernel/errors";
import { PACKS, type PackName } from "./credits";
import { stripeWebhook, type ShopOrder, type WireRequest, wooWebhook } from "./shop-wire";

/** Where the demo's credits are bought: a WooCommerce shop and a Stripe account, as far as webhooks tell of them. */
export type Shops = {
  readonly orderChanged: (ctx: Ctx, order: ShopOrder) => Promise<void>;
  readonly stripeEvent: (ctx: Ctx, event: { id: string; type: string; object: object }) => Promise<void>;
  /** The package's id, which a checkout names. */
  readonly packageId: (name: PackName) => string;
};

const CONNECTIONS = {
  woocommerce: {
    kind: "woocommerce",
    name: "Tarnwater shop",
    store: "shop",
    url: "https://tarnwater.example",
  },
  stripe: { kind: "stripe", name: "Trail app payments", store: "app" },
} as const;
type Kind = keyof typeof CONNECTIONS;

/** Opens both, with what they sell. Where an interrupted story opened them before, they get new webhook secrets. */
export async function openShops(ctx: Ctx): Promise<Shops> {
  const woo = await openConnection(ctx, "woocommerce");
  const stripe = await openConnection(ctx, "stripe");
  const packages = await openPackages(ctx);
  return {
    orderChanged: (at, order) => deliver(at, woo, wooWebhook(order, woo.secret)),
    stripeEvent: (at, event) => deliver(at, stripe, stripeWebhook({ ...event, at: at.now }, stripe.secret)),
    packageId: (name) => packages.get(PACKS[name].name) ?? "",
  };
}

type Opened = { readonly kind: Kind; readonly id: string; readonly secret: string };

async function openConnection(ctx: Ctx, kind: Kind): Promise<Opened> {
  const secret = `whsec_${randomBytes(24).toString("base64url")}`;
  const { data } = await listConnections(ctx, { limit: 100 });
  const known = data.find((each) => each.kind === kind);
  if (known) {
    await rotateWebhookSecret(ctx, known.id, { webhookSecret: secret, keepPreviousHours: 0 });
    return { kind, id: known.id, secret };
  }
  const { id } = await createConnection(ctx, { ...CONNECTIONS[kind], webhookSecret: secret });
  return { kind, id, secret };
}

async function openPackages(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const known = await listPackages(ctx, { limit: 100 });
  const ids = new Map(known.data.map(({ name, id }) => [name, id]));
  for (const { name, credits, price, product, position } of Object.values(PACKS)) {
    if (ids.has(name)) continue;
    const made = await createPackage(ctx, {
      ...{ name, credits, price, currency: "EUR", wooProduct: product, position },
    });
    ids.set(name, made.id);
  }
  return ids;
}

/** Sends a webhook to its address at the instant of the ctx, and lets what came be worked on. */
async function deliver(ctx: Ctx, { kind, id }: Opened, { headers, body }: WireRequest): Promise<void> {
  await receiveDelivery({
    kind,
    connectionId: id,
    headers: new Headers(headers),
    readBody: async () => body,
    now: ctx.now,
  });
  const { data } = await listDeliveries(ctx, { connection: id, state: "pending" });
  for (const delivery of data) {
    await processDelivery({ merchantId: ctx.merchantId, id: delivery.id }, () => ctx.now);
  }
  // One that still waits is a running server's, which was faster.
  const [newest] = (await listDeliveries(ctx, { connection: id, limit: 1 })).data;
  if (newest?.error) throw new AppError("conflict", `A delivery of the demo was not taken: ${newest.error}`);
}
