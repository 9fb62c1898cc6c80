import { z } from "zod";
import { applyPurchase, wholeState } from "../purchases/apply-purchase";
import { findPurchaseByKey, type PurchaseRow } from "../purchases/purchases.repo";
import { refundsOf, shopOf } from "../woocommerce/ask-order";
import { orderKey, orderState } from "../woocommerce/order-state";
import type { Shop } from "../woocommerce/shop";
import { watchWebhooks } from "../woocommerce/watch-webhooks";
import { type WooOrder, wooOrder } from "../woocommerce/wire";
import { ShopUnreachable } from "../woocommerce/request-shop";
import { ShopRefusal } from "../woocommerce/shop";
import type { Compared, Difference, Reconciling } from "./reconciler";

const PAGE_SIZE = "100";
const MOST_PAGES = 200;
/** `any` leaves out what is in the trash. */
const STATUSES = ["any", "trash"] as const;

/**
 * Compares a WooCommerce shop's orders that changed since an instant with what was booked, and books what differs, as its
 * webhooks would have; webhooks that the shop switched off are switched on again.
 */
export async function* reconcileShop(work: Reconciling): AsyncGenerator<Compared> {
  const shop = shopOf(work.connection);
  if (!shop) return;
  yield { compared: 0, differences: await switchedOn(work, shop) };
  for (const status of STATUSES) {
    for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
      const observedAt = work.clock();
      const answer = await shop.get("/orders", {
        modified_after: work.since.toISOString().slice(0, 19),
        dates_are_gmt: "true",
        orderby: "modified",
        order: "asc",
        status,
        per_page: PAGE_SIZE,
        page: String(page),
      });
      const orders = z.array(wooOrder).parse(answer.value);
      const differences: Difference[] = [];
      for (const order of orders) differences.push(...(await compared(work, shop, { order, observedAt })));
      yield { compared: orders.length, differences };
      pages = answer.pages;
    }
  }
}

/** Keys that may not see webhooks do not stop the rest. */
async function switchedOn({ connection, clock }: Reconciling, shop: Shop): Promise<Difference[]> {
  try {
    const { switchedOn: topics } = await watchWebhooks(connection, shop, { create: false, now: clock() });
    return topics.map((topic) => ({
      purchaseId: null,
      key: `webhook:${topic}`,
      number: topic,
      kind: "webhook_off" as const,
      detail: `The shop had switched off its webhook for ${topic}. It is on again.`,
      repaired: true,
    }));
  } catch (error) {
    if (error instanceof ShopRefusal || error instanceof ShopUnreachable) return [];
    throw error;
  }
}

type Seen = { readonly order: WooOrder; readonly observedAt: Date };

async function compared(
  { connection, clock }: Reconciling,
  shop: Shop,
  { order, observedAt }: Seen,
): Promise<Difference[]> {
  const { merchantId, id: connectionId, name, grantWhen } = connection;
  const key = orderKey(order.id);
  const before = await findPurchaseByKey({ merchantId, connectionId, key });
  const refunds = await refundsOf(shop, order);
  const state = orderState(order, { grantWhen, refunds, observedAt, confirmed: true });
  const actor = { kind: "webhook", id: connectionId, label: name } as const;
  const applied = await applyPurchase({ merchantId, actor, now: clock() }, connection, {
    key,
    fold: wholeState(state),
  });
  const about = { purchaseId: applied.purchaseId, key, number: state.number };
  if (applied.moves > 0) return [{ ...about, ...foundWrong(before, applied.booked), repaired: true }];
  if (applied.word !== "waiting") return [];
  const detail = "Credits are due, and nobody is known to have bought it.";
  return [{ ...about, kind: "waiting", detail, repaired: false }];
}

function foundWrong(before: PurchaseRow | null, booked: string): Pick<Difference, "kind" | "detail"> {
  if (!before) return { kind: "missing", detail: `No webhook had told us of it. Booked: ${booked} credits.` };
  return { kind: "behind", detail: `The shop says otherwise since. Booked now: ${booked} credits.` };
}
