import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { watchWebhooks, type WatchedWebhooks } from "../woocommerce/watch-webhooks";
import { findConnection } from "./connections.repo";
import { requireConnection } from "./get-connection";
import { asked, requireShop } from "./list-shop-products";

/**
 * Makes the shop tell us of its orders: creates the webhooks it lacks and switches on those that are off, through its REST
 * API. A repeat changes nothing. Throws as `listShopProducts` does.
 */
export async function setUpWebhooks(ctx: Ctx, id: string): Promise<WatchedWebhooks> {
  requireCan(ctx, "connections:write");
  const connection = requireConnection(ctx, await findConnection(ctx, id));
  const shop = requireShop(connection);
  const watched = await asked(() => watchWebhooks(connection, shop, { create: true, now: ctx.now }));
  await withTx(ctx, async (tx) => {
    await recordAudit(tx, ctx, {
      action: "connection.set_up_webhooks",
      entity: "connection",
      entityId: connection.id,
      details: { created: watched.created, switchedOn: watched.switchedOn },
    });
  });
  return watched;
}
