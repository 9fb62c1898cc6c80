import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { changeConfig, registerNames } from "@/lib/merchants";
import { requireSound, tieAsConflict } from "./check-rule";
import { changedRule } from "./core/changed-rule";
import type { PricingRule } from "./core/types";
import { requireRule } from "./get-pricing-rule";
import { lockRule, replaceRule } from "./pricing.repo";
import { type UpdatePricingRuleInput, updatePricingRuleInput } from "./schemas";

/**
 * Changes what is given of a rule and leaves the rest; null clears a scope field or a rate. The result is a new
 * immutable version: what was charged or authorized before keeps the version it names. A change that changes
 * nothing makes no version, and then there is nothing to give a reason for.
 *
 * Throws `not_found`, `invalid_input` for a method or rate that the operation cannot have, `conflict` when the
 * rule would then tie with an enabled one.
 */
export async function updatePricingRule(
  ctx: Ctx,
  id: string,
  input: UpdatePricingRuleInput,
): Promise<PricingRule> {
  requireCan(ctx, "pricing:write");
  const { reason = null, ...changes } = updatePricingRuleInput.parse(input);

  return withTx(ctx, async (tx) => {
    const current = requireRule(await lockRule(tx, ctx.merchantId, id));
    const rule = changedRule(current, changes);
    if (rule === current) return current;

    await requireSound(sqlOf(tx), ctx, rule);
    await registerNames(tx, ctx, rule);
    await tieAsConflict(() => replaceRule(tx, { ...ctx, reason }, rule));
    await changeConfig(tx, ctx.merchantId);
    const details = { version: rule.version, ...(reason === null ? {} : { reason }) };
    await recordAudit(tx, ctx, {
      action: "pricing_rule.update",
      entity: "pricing_rule",
      entityId: id,
      details,
    });
    return rule;
  });
}
