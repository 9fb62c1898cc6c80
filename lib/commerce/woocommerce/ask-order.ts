import { z } from "zod";
import type { Connection } from "../connections/connection";
import { shopKeysOf } from "../connections/connection";
import type { Fold } from "../purchases/apply-purchase";
import { wholeState } from "../purchases/apply-purchase";
import { goneState, orderState } from "./order-state";
import { openShop, type Shop, ShopRefusal } from "./shop";
import { type WooOrder, wooOrder, type WooRefund, wooRefund } from "./wire";

const PAGE_SIZE = "100";
const MOST_PAGES = 20;

/** The shop of a connection, opened; null while it has no keys or no address. */
export function shopOf(connection: Connection): Shop | null {
  const keys = shopKeysOf(connection);
  return keys && connection.url !== null ? openShop(connection.url, keys) : null;
}

/**
 * What the shop now says of an order: its state, confirmed, or that it is gone. Throws `ShopUnreachable` and
 * `ShopRefusal`.
 */
export async function askOrder(
  shop: Shop,
  id: number,
  { grantWhen, now }: { grantWhen: Connection["grantWhen"]; now: Date },
): Promise<Fold> {
  const sight = { grantWhen, observedAt: now, confirmed: true };
  const order = await findOrder(shop, id);
  if (!order) return (known) => goneState(known, id, sight);
  return wholeState(orderState(order, { ...sight, refunds: await refundsOf(shop, order) }));
}

async function findOrder(shop: Shop, id: number): Promise<WooOrder | null> {
  try {
    return wooOrder.parse((await shop.get(`/orders/${id}`)).value);
  } catch (error) {
    if (error instanceof ShopRefusal && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

/** The refunds of an order with their lines; none are asked for where the order names none. */
export async function refundsOf(shop: Shop, order: WooOrder): Promise<WooRefund[]> {
  if ((order.refunds ?? []).length === 0) return [];
  const refunds: WooRefund[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
    const answer = await shop.get(`/orders/${order.id}/refunds`, { per_page: PAGE_SIZE, page: String(page) });
    refunds.push(...z.array(wooRefund).parse(answer.value));
    pages = answer.pages;
  }
  return refunds;
}
