import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { findEntriesOfPurchase, type PurchaseEntry } from "./customer-use.repo";

const cursorKey = z.tuple([z.uuid()]);

/**
 * Pages through what was booked for one purchase, newest first: what it brought, and what refunds and disputes took of
 * it. Nothing for an unknown purchase. Its cost grows with neither usage nor other purchases.
 */
export async function listEntriesOfPurchase(
  ctx: Ctx,
  purchase: string,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<PurchaseEntry>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const below = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const rows = await findEntriesOfPurchase(readSql(), { merchantId: ctx.merchantId, purchase, below, limit });
  return pageOf(rows, limit, (row) => [row.id]);
}
