import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { changeConfig, loadSettings, registerNames } from "@/lib/merchants";
import { requireSound, tieAsConflict } from "./check-rule";
import { firstVersion } from "./core/changed-rule";
import type { PricingRule } from "./core/types";
import { insertRule } from "./pricing.repo";
import { type CreatePricingRuleInput, createPricingRuleInput } from "./schemas";

/**
 * Adds a pricing rule, as version 1. Without a rounding it takes the merchant's default. Names of modules, bots
 * and forms not seen before are registered. Each call adds a rule: there is no idempotency key, but a repeat of
 * an enabled rule ties with the first and throws.
 *
 * Throws `invalid_input` for a method or rate that the operation cannot have, `conflict` when the rule would tie
 * with an enabled one.
 */
export async function createPricingRule(ctx: Ctx, input: CreatePricingRuleInput): Promise<PricingRule> {
  requireCan(ctx, "pricing:write");
  const { reason = null, ...given } = createPricingRuleInput.parse(input);

  return withTx(ctx, async (tx) => {
    const rounding = given.rounding ?? (await loadSettings(sqlOf(tx), ctx.merchantId)).defaultRounding;
    const { operation, method } = given;
    const rule = firstVersion({ id: newId(ctx.now), operation, method, rounding }, given);
    await requireSound(sqlOf(tx), ctx, rule);
    await registerNames(tx, ctx, rule);
    await tieAsConflict(() => insertRule(tx, { ...ctx, reason }, rule));
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, {
      action: "pricing_rule.create",
      entity: "pricing_rule",
      entityId: rule.id,
      ...(reason === null ? {} : { details: { reason } }),
    });
    return rule;
  });
}
