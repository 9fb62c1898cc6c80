import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { groupBy } from "@/lib/kernel/group-by";
import { purchaseJson, type PurchaseJson } from "./purchase-json";
import { findLines } from "./purchase-lines.repo";
import { findPurchases } from "./purchases.repo";
import { type PurchasesQuery, purchasesQuery } from "./purchase-input";

const sortKey = z.tuple([z.uuid()]);

/** What was bought, newest first. `search` is an order number, a payment's id or an e-mail address, exactly. */
export async function listPurchases(ctx: Ctx, query: PurchasesQuery = {}): Promise<Page<PurchaseJson>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, ...wanted } = purchasesQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const { connection = null, state = null, customer = null, search = null } = wanted;
  const filter = { connection, state, customer, search };
  const rows = await findPurchases(ctx.merchantId, { before, limit }, filter);
  const page = pageOf(rows, limit, ({ id }) => [id]);
  const ids = page.data.map(({ id }) => id);
  const lines = groupBy(await findLines(ctx.merchantId, ids), ({ purchaseId }) => purchaseId);
  return { ...page, data: page.data.map((each) => purchaseJson(each, lines.get(each.id) ?? [])) };
}
