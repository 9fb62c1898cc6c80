import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import { matchPackage, type OrderStanding, orderStanding, type Package } from "../core";
import { loadPackages } from "../packages/packages.repo";
import { findOrdersOf, type OrderRow } from "./customer-orders.repo";

/** An order or payment as its buyer is shown it. Money in major units of the currency. */
export type CustomerOrder = {
  readonly id: string;
  readonly number: string;
  /** The connection's name. */
  readonly shop: string;
  readonly standing: OrderStanding;
  readonly at: Date;
  readonly granted: Micros;
  /** By refunds and disputes, of what was granted. */
  readonly takenBack: Micros;
  readonly currency: string | null;
  readonly total: string;
  readonly refunded: string;
  /** The packages in it; empty when it sells none, as an order of other goods. */
  readonly packages: readonly { readonly name: string; readonly quantity: number }[];
};

/**
 * What a customer ordered in the merchant's shops, newest first: at most `limit` below the id `before`, those without
 * credits among them, so that whoever pages knows how far was looked. What was never granted goes by today's packages.
 */
export async function listOrdersOfCustomer(
  ctx: Ctx,
  customerId: string,
  page: { before: string | null; limit: number },
): Promise<CustomerOrder[]> {
  requireCan(ctx, "usage:read");
  const rows = await findOrdersOf(ctx.merchantId, customerId, page);
  const open = rows.filter(({ booked }) => booked === null);
  const named = open.flatMap(({ sold }) =>
    sold.flatMap(({ product }) => (product.kind === "package" ? [product.package] : [])),
  );
  const packages = open.length === 0 ? [] : await loadPackages(readSql(), ctx.merchantId, named);
  return rows.map((row) => orderOf(row, packages));
}

function orderOf(row: OrderRow, packages: readonly Package[]): CustomerOrder {
  const { id, number, shop, word, shopStatus, occurredAt: at, granted, takenBack } = row;
  const { currency, total, refunded } = row;
  return {
    ...{ id, number, shop, at, granted, takenBack, currency, total, refunded },
    standing: orderStanding(word, shopStatus),
    packages: row.booked ?? soldPackages(row, packages),
  };
}

function soldPackages({ connectionId, sold }: OrderRow, packages: readonly Package[]) {
  return sold.flatMap(({ product, quantity }) => {
    const match = matchPackage(packages, { connection: connectionId, product });
    return match ? [{ name: match.name, quantity }] : [];
  });
}
