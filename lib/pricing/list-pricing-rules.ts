import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import type { PricingRule } from "./core/types";
import { findRules } from "./pricing.repo";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's rules, disabled ones included, newest first. Throws `invalid_input` for a foreign cursor. */
export async function listPricingRules(
  ctx: Ctx,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<PricingRule>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  return pageOf(await findRules(ctx, { limit, before }), limit, (rule) => [rule.id]);
}
