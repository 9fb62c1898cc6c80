import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { findMembers, type Member } from "./members.repo";

const sortKey = z.tuple([z.uuid()]);

/** The people who may sign in to this merchant's dashboard, newest first. */
export async function listMembers(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<Member>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const beforeId = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const rows = await findMembers(readSql(), ctx.merchantId, { limit, beforeId });
  return pageOf(rows, limit, (row) => [row.id]);
}
