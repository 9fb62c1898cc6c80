import { z } from "zod";
import { recordAudit } from "@/lib/audit";
import { readSql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/observe";
import { ShopUnreachable } from "../woocommerce/request-shop";
import { openShop, ShopRefusal } from "../woocommerce/shop";
import { watchWebhooks } from "../woocommerce/watch-webhooks";
import { shopOf } from "../woocommerce/ask-order";
import { hashOfState, merchantOfState } from "./authorization-state";
import type { Connection } from "./connection";
import { insertConnection, noteProblem } from "./connections.repo";
import { newConnection, newSecret } from "./create-connection";
import { findShopRequest, type ShopRequest, useShopRequest } from "./shop-authorization.repo";

const granted = z.looseObject({
  user_id: z.union([z.string(), z.number()]).transform(String),
  consumer_key: z.string().min(1).max(500),
  consumer_secret: z.string().min(1).max(500),
});

/**
 * Takes the keys that a shop sends once its owner has approved. Nothing about this request can be trusted but the state it
 * brings, once; so the keys are tried on the shop that was asked, and only when they open it is the connection made and
 * its webhooks set up. Throws `unauthenticated` for a state that is not ours, used or over, and for keys of another
 * shop; WooCommerce then deletes the keys.
 */
export async function admitShop(body: unknown, now: Date): Promise<void> {
  const parsed = granted.safeParse(body);
  const merchantId = parsed.success ? merchantOfState(parsed.data.user_id) : null;
  if (!parsed.success || merchantId === null) throw unknownState();
  const { user_id: state, consumer_key: consumerKey, consumer_secret: consumerSecret } = parsed.data;
  const request = await findShopRequest(readSql(), { merchantId, stateHash: hashOfState(state), now });
  if (!request) throw unknownState();
  const keys = { consumerKey, consumerSecret };
  await requireOpens(request, keys);

  const { name, store, url, grantWhen } = request;
  const about = { kind: "woocommerce", name, store, url, grantWhen, enabled: true, options: {} } as const;
  const connection = newConnection({ merchantId, now }, { ...about, credentials: keys, secret: newSecret() });
  await keep(request, connection, now);
  await setUp(connection, now);
}

function unknownState(): AppError {
  return new AppError("unauthenticated", "Nobody asked for this, or it was answered before.");
}

async function requireOpens({ url }: ShopRequest, keys: { consumerKey: string; consumerSecret: string }) {
  try {
    await openShop(url, keys).get("/orders", { per_page: "1" });
  } catch (error) {
    if (!(error instanceof ShopUnreachable || error instanceof ShopRefusal)) throw error;
    throw new AppError("unauthenticated", `These keys do not open ${url}: ${error.message}`);
  }
}

async function keep(request: ShopRequest, connection: Connection, now: Date): Promise<void> {
  const { merchantId, actor } = request;
  await withTx({}, async (tx) => {
    if (!(await useShopRequest(sqlOf(tx), request, { now, connectionId: connection.id })))
      throw unknownState();
    await insertConnection(tx, connection);
    await recordAudit(
      tx,
      { merchantId, actor, now },
      {
        action: "connection.create",
        entity: "connection",
        entityId: connection.id,
        details: { kind: connection.kind, name: connection.name, url: connection.url, authorized: true },
      },
    );
  });
}

/** A shop that lets us in and then cannot set its webhooks up is connected all the same: it is seen on the connection. */
async function setUp(connection: Connection, now: Date): Promise<void> {
  const shop = shopOf(connection);
  if (!shop) return;
  try {
    await watchWebhooks(connection, shop, { create: true, now });
  } catch (error) {
    log.warn(error);
    const problem = error instanceof Error ? error.message : "Its webhooks could not be set up.";
    await noteProblem(readSql(), connection, { problem, now });
  }
}
