import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { findConnection } from "../connections/connections.repo";
import { asked } from "../connections/list-shop-products";
import { askForPurchase } from "../stripe/ask-for-purchase";
import { askOrder, shopOf } from "../woocommerce/ask-order";
import { type AppliedPurchase, applyPurchase, type Fold } from "./apply-purchase";
import { describePurchase, requirePurchase } from "./get-purchase";
import type { PurchaseJson } from "./purchase-json";
import { findPurchase, type PurchaseRow } from "./purchases.repo";

/**
 * Looks at a purchase again: asks the shop for its present state where it can be asked, else takes the last known one, and
 * books what is due under today's packages for lines that were not granted yet. A repeat books nothing more. Throws
 * `not_found`, and `unavailable` when the shop does not answer.
 */
export async function refreshPurchase(ctx: Ctx, id: string): Promise<PurchaseJson & { entries: number }> {
  requireCan(ctx, "connections:write");
  const purchase = requirePurchase(await findPurchase(ctx.merchantId, id));
  const { moves } = await reapply(ctx, purchase);
  return { ...(await describePurchase(ctx.merchantId, id)), entries: moves };
}

async function reapply(asker: Ctx, purchase: PurchaseRow): Promise<AppliedPurchase> {
  const connection = await findConnection(asker, purchase.connectionId);
  if (!connection?.enabled) throw new AppError("conflict", "The connection of this purchase is off or gone.");
  if (connection.kind === "stripe") {
    const stripeFold = await askForPurchase(connection, purchase.snapshot, asker);
    return applyPurchase(asker, connection, { key: purchase.key, fold: stripeFold });
  }
  const shop = shopOf(connection);
  const order = Number(/^order:(\d+)$/.exec(purchase.key)?.[1] ?? Number.NaN);
  const { grantWhen } = connection;
  const fold: Fold =
    shop && Number.isSafeInteger(order)
      ? await asked(() => askOrder(shop, order, { grantWhen, now: asker.now }))
      : (known) => known;
  return applyPurchase(asker, connection, { key: purchase.key, fold });
}
