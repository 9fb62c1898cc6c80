import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { changeConfig } from "@/lib/merchants";
import { requireRule } from "./get-pricing-rule";
import { lockRule, markRuleDeleted } from "./pricing.repo";

/**
 * Takes a rule out of pricing for good. Its versions stay: charges name them, and a hold that was authorized
 * under one still settles at its price. Throws `not_found`, also on a repeat.
 */
export async function deletePricingRule(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "pricing:write");

  await withTx(ctx, async (tx) => {
    const rule = requireRule(await lockRule(tx, ctx.merchantId, id));
    await markRuleDeleted(tx, ctx, rule.id);
    await changeConfig(tx, ctx.merchantId);
    await recordAudit(tx, ctx, { action: "pricing_rule.delete", entity: "pricing_rule", entityId: rule.id });
  });
}
