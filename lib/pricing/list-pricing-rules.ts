import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { findRules, type ListedRule } from "./pricing.repo";
import { type ListPricingRulesInput, listPricingRulesInput } from "./schemas";

const sortKey = z.tuple([z.uuid()]);

/**
 * The merchant's rules that the filters leave, disabled ones included, newest first, each with its last edit.
 * Throws `invalid_input` for a foreign cursor.
 */
export async function listPricingRules(
  ctx: Ctx,
  query: ListPricingRulesInput = {},
): Promise<Page<ListedRule>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, ...filter } = listPricingRulesInput.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const rules = await findRules(
    ctx,
    { limit, before },
    {
      module: filter.module ?? null,
      operation: filter.operation ?? null,
      provider: filter.provider ?? null,
      enabled: filter.enabled ?? null,
      search: filter.search ?? null,
    },
  );
  return pageOf(rules, limit, (rule) => [rule.id]);
}
