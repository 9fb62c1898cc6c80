import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { findConnection } from "../connections/connections.repo";
import { requireConnection } from "../connections/get-connection";
import { asked, requireShop } from "../connections/list-shop-products";
import { applyPurchase } from "../purchases/apply-purchase";
import { describePurchase } from "../purchases/get-purchase";
import type { PurchaseJson } from "../purchases/purchase-json";
import { askOrder } from "../woocommerce/ask-order";
import { orderKey } from "../woocommerce/order-state";
import { type FetchOrderInput, fetchOrderInput } from "./doctor-input";

/**
 * Asks a shop for an order that never arrived, and books what is due for it. A repeat books nothing more. Throws
 * `not_found` for an unknown connection or an order that the shop does not have, `conflict` for a connection that is
 * off or cannot be asked, `unavailable` when the shop does not answer.
 */
export async function fetchOrder(
  ctx: Ctx,
  connectionId: string,
  input: FetchOrderInput,
): Promise<PurchaseJson> {
  requireCan(ctx, "connections:write");
  const { order } = fetchOrderInput.parse(input);
  const connection = requireConnection(ctx, await findConnection(ctx, connectionId));
  if (!connection.enabled) throw new AppError("conflict", "This connection is off.");
  const shop = requireShop(connection);
  const { grantWhen } = connection;
  const fold = await asked(() => askOrder(shop, order, { grantWhen, now: ctx.now }));
  const present = fold(null);
  const unseen = present === null || (present.shopStatus === "trash" && present.lines.length === 0);
  if (unseen) throw new AppError("not_found", "The shop has no such order.");
  const { purchaseId } = await applyPurchase(ctx, connection, { key: orderKey(order), fold });
  if (purchaseId === null) throw new AppError("not_found", "The shop has no such order.");
  return describePurchase(ctx.merchantId, purchaseId);
}
