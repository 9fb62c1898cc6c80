import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { PricingRule } from "./core/types";
import { findRule } from "./pricing.repo";

/** A rule as it stands. Throws `not_found` for one that is deleted, of another merchant, or no id at all. */
export async function getPricingRule(ctx: Ctx, id: string): Promise<PricingRule> {
  requireCan(ctx, "usage:read");
  return requireRule(await findRule(ctx, id));
}

/** The rule that was found. Throws `not_found` when none was. */
export function requireRule(rule: PricingRule | null): PricingRule {
  if (rule) return rule;
  throw new AppError("not_found", "There is no such pricing rule.");
}
