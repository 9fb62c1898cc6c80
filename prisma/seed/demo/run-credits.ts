import { z } from "zod";
import type { Actor, Ctx } from "@/lib/access";
import { addCredits, clawBack, grantPurchase, setBalance } from "@/lib/wallets";
import type { CreditAct } from "./credits";

const DAY_MILLIS = 86_400_000;

/** The lots that each order made, for whoever sends it back. */
export type OrderLots = Map<string, string>;

const boughtLot = z.object({ lot: z.object({ id: z.string() }) });

const SHOP: Actor = { kind: "webhook", id: "shop", label: "Tarnwater shop" };

/** Lets one thing happen to a balance. Its key comes from its place in the story, so that a repeat does nothing. */
export async function runCreditAct(
  ctx: Ctx,
  { act, key }: { act: CreditAct; key: string },
  lots: OrderLots,
): Promise<void> {
  switch (act.kind) {
    case "purchase": {
      const origin = { order: act.order, line: 1, package: act.package, store: "shop" };
      const purchase = {
        key: orderKey(act.order),
        amount: act.credits,
        origin,
        note: `${act.package}, order ${act.order}`,
      };
      const { body } = await grantPurchase({ ...ctx, actor: SHOP }, act.customer, purchase);
      lots.set(act.order, boughtLot.parse(body).lot.id);
      return;
    }
    case "refund":
    case "dispute": {
      const lot = lots.get(act.order);
      await clawBack({ ...ctx, actor: SHOP }, act.customer, {
        key: `${orderKey(act.order)}:${act.kind}`,
        type: act.kind,
        amount: act.credits,
        lotIds: lot === undefined ? [] : [lot],
        origin: { order: act.order, line: 1, store: "shop" },
        note: act.note,
      });
      return;
    }
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

function orderKey(order: string): string {
  return `demo-shop:${order}:1`;
}

function after(now: Date, days: number | undefined): string | null {
  return days === undefined ? null : new Date(now.getTime() + days * DAY_MILLIS).toISOString();
}
