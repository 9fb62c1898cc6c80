import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { findPurchaseEntries, type PurchaseEntry } from "./customer-use.repo";
import { findCustomerId } from "./wallets-read.repo";

const cursorKey = z.tuple([z.uuid()]);

/**
 * Pages through what a customer bought and what refunds and disputes took of it, newest first, straight from the
 * ledger; its cost does not grow with usage. Throws `not_found` for an unknown customer.
 */
export async function listPurchaseEntries(
  ctx: Ctx,
  externalId: string,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<PurchaseEntry>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const customerId = await findCustomerId(readSql(), ctx.merchantId, externalId);
  if (customerId === null) throw new AppError("not_found", "No such customer.");
  const below = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const rows = await findPurchaseEntries(readSql(), { merchantId: ctx.merchantId, customerId, below, limit });
  return pageOf(rows, limit, (row) => [row.id]);
}
