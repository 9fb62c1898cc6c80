import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { type ApiKey, findApiKeys } from "./api-keys.repo";

const sortKey = z.tuple([z.uuid()]);

/** The keys that are not revoked, newest first. A key bound to a store sees only keys bound to it. */
export async function listApiKeys(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<ApiKey>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const beforeId = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const rows = await findApiKeys(ctx, { limit, beforeId, store: ctx.storeId });
  return pageOf(rows, limit, (row) => [row.id]);
}
