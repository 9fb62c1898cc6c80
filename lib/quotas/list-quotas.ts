import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import type { QuotaDefinition } from "./core/definition";
import { findQuotas } from "./quotas.repo";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's quotas, disabled ones included, newest first. Throws `invalid_input` for a foreign cursor. */
export async function listQuotas(
  ctx: Ctx,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<QuotaDefinition>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  return pageOf(await findQuotas(ctx, { limit, before }), limit, (quota) => [quota.id]);
}
