import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { shopOf } from "../woocommerce/ask-order";
import { listProducts, type ShopProduct } from "../woocommerce/list-products";
import { ShopUnreachable } from "../woocommerce/request-shop";
import { type Shop, ShopRefusal } from "../woocommerce/shop";
import { type ProductsQuery, productsQuery } from "./connection-input";
import type { Connection } from "./connection";
import { findConnection } from "./connections.repo";
import { requireConnection } from "./get-connection";

/**
 * What a WooCommerce shop sells, to choose from, asked of the shop itself. Throws `not_found`, `conflict` for a
 * connection that cannot be asked, `unavailable` when the shop does not answer.
 */
export async function listShopProducts(
  ctx: Ctx,
  id: string,
  query: ProductsQuery = {},
): Promise<{ data: ShopProduct[]; page: number; pages: number }> {
  requireCan(ctx, "usage:read");
  const { search, page } = productsQuery.parse(query);
  const connection = requireConnection(ctx, await findConnection(ctx, id));
  const shop = requireShop(connection);
  return asked(() => listProducts(shop, { search, page }));
}

/** The shop of a connection. Throws `conflict` when it has no keys to be asked with. */
export function requireShop(connection: Connection): Shop {
  const shop = connection.kind === "woocommerce" ? shopOf(connection) : null;
  if (shop) return shop;
  throw new AppError("conflict", "This connection has no REST keys of a WooCommerce shop.");
}

/** What the shop answers, its failures as `unavailable` in its own words. */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ShopUnreachable || error instanceof ShopRefusal) {
      throw new AppError("unavailable", error.message);
    }
    throw error;
  }
}
