import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { type DifferenceRow, findDifferences } from "./differences.repo";
import { type DifferencesQuery, differencesQuery } from "./reconciliation-input";

const sortKey = z.tuple([z.uuid()]);

/** What a reconciliation found, newest first. */
export async function listDifferences(ctx: Ctx, query: DifferencesQuery): Promise<Page<DifferenceRow>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, task } = differencesQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  return pageOf(await findDifferences(ctx.merchantId, task, { before, limit }), limit, ({ id }) => [id]);
}
