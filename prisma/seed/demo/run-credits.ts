import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { addCredits, setBalance } from "@/lib/wallets";
import { CREDIT_ACTS, type CreditAct, PACKS, type Purchase, SHOP_GUEST } from "./credits";
import { EVERYBODY } from "./people";
import type { ShopOrder } from "./shop-wire";
import type { Shops } from "./shops";

const DAY_MILLIS = 86_400_000;
const CENTS_OF = 100;

/** Lets one thing happen to a balance. Its key comes from its place in the story, so that a repeat does nothing. */
export async function runCreditAct(
  ctx: Ctx,
  { act, key }: { act: CreditAct; key: string },
  shops: Shops,
): Promise<void> {
  switch (act.kind) {
    case "purchase":
      if (act.through === "stripe")
        return shops.stripeEvent(ctx, checkout(act, shops.packageId(act.pack), ctx.now));
      return shops.orderChanged(ctx, orderOf(act, ctx.now, null));
    case "refund":
      return shops.orderChanged(ctx, orderOf(act, ctx.now, act.euros));
    case "dispute":
      return shops.stripeEvent(ctx, dispute(act));
    case "grant":
      await addCredits(ctx, act.customer, {
        id: key,
        amount: act.credits,
        category: act.category,
        reason: act.reason,
        priority: act.priority,
        effectiveAt: after(ctx.now, act.effectiveInDays),
        expiresAt: after(ctx.now, act.expiresInDays),
      });
      return;
    case "set-balance":
      await setBalance(ctx, act.customer, { id: key, balance: act.balance, reason: act.reason });
      return;
  }
}

type ShopAct = { readonly daysAgo: number; readonly order: number };

/** The purchase that an order number names, and what was sold. */
function purchaseOf(order: number): Purchase & { customer: string; daysAgo: number } {
  for (const act of CREDIT_ACTS) if (act.kind === "purchase" && act.order === order) return act;
  throw new AppError("not_found", `Nobody bought order ${order} in the demo's story.`);
}

/** An order of the shop as it stands `now`, when `refunded` euros of it have gone back. */
function orderOf({ order, daysAgo }: ShopAct, now: Date, refunded: string | null): ShopOrder {
  const bought = purchaseOf(order);
  const { name, price, product } = PACKS[bought.pack];
  const buyer = EVERYBODY.find(({ id }) => id === bought.customer) ?? SHOP_GUEST;
  return {
    id: order,
    status: bought.waits ? "processing" : "completed",
    product,
    productName: `${name} of credits`,
    total: price,
    refunded,
    customer: parseInt(bought.customer, 10),
    name: buyer.name,
    email: buyer.email,
    placedAt: new Date(now.getTime() - (bought.daysAgo - daysAgo) * DAY_MILLIS),
    changedAt: now,
  };
}

/** What Stripe says when a checkout of the app is paid. */
function checkout({ order, customer, pack }: Purchase & { customer: string }, packageId: string, at: Date) {
  const buyer = EVERYBODY.find(({ id }) => id === customer);
  const object = {
    id: `cs_demo_${order}`,
    object: "checkout.session",
    created: Math.floor(at.getTime() / 1_000),
    mode: "payment",
    status: "complete",
    payment_status: "paid",
    amount_total: centsOf(pack),
    currency: "eur",
    client_reference_id: customer,
    customer_details: { email: buyer?.email ?? null, name: buyer?.name ?? null },
    metadata: { tollgate_package: packageId },
    payment_intent: `pi_demo_${order}`,
    livemode: false,
  };
  return { id: `evt_demo_${order}_paid`, type: "checkout.session.completed", object };
}

/** What Stripe says when a bank takes such a payment back. */
function dispute({ order }: ShopAct) {
  const object = {
    id: `dp_demo_${order}`,
    object: "dispute",
    amount: centsOf(purchaseOf(order).pack),
    currency: "eur",
    status: "needs_response",
    payment_intent: `pi_demo_${order}`,
  };
  return { id: `evt_demo_${order}_dispute`, type: "charge.dispute.created", object };
}

function centsOf(pack: Purchase["pack"]): number {
  return parseInt(PACKS[pack].price, 10) * CENTS_OF;
}

function after(now: Date, days: number | undefined): string | null {
  return days === undefined ? null : new Date(now.getTime() + days * DAY_MILLIS).toISOString();
}
