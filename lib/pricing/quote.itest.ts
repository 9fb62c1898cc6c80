import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { patchSettings } from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { createPricingRule, quote } from "@/lib/pricing";

const REQUEST = {
  module: "chatbot",
  operation: "chat",
  provider: "openai",
  model: "gpt-4o-mini",
  usage: { inputTokens: 800, outputTokens: 300 },
};
const RATES = { method: "per_1k_tokens", inputRate: "1", outputRate: "2" } as const;

describe("quote", () => {
  it("prices by the most specific rule and explains it", async () => {
    const { ctx } = await makeMerchant();
    const wide = await createPricingRule(ctx, { operation: "chat", method: "flat", unitRate: "9" });
    await createPricingRule(ctx, { operation: "edit", method: "flat", unitRate: "9" });
    const rule = await createPricingRule(ctx, { operation: "chat", model: "gpt-4o*", ...RATES });

    const quoted = await quote(ctx, REQUEST);

    expect(quoted).toMatchObject({
      costMicros: 2_000_000n,
      rawCost: "1.4",
      rule: { id: rule.id, version: 1 },
      unpriced: false,
      explanation: { method: "per_1k_tokens", rounding: "up_to_whole", cost: "2" },
    });
    expect(quoted.explanation.lines.map((line) => line.amount)).toEqual(["0.8", "0.6"]);
    expect(quoted.considered.map((each) => [each.rule.id, each.verdict])).toEqual([
      [rule.id, "matched"],
      [wide.id, "less_specific"],
    ]);
  });

  it.each([
    ["raw_units", 1_100_000_000n, false],
    ["free", 0n, false],
    ["block", 0n, true],
  ] as const)("without a rule follows the policy %s", async (unpricedPolicy, costMicros, blocked) => {
    const { ctx } = await makeMerchant();
    await patchSettings(ctx, { unpricedPolicy });

    const quoted = await quote(ctx, REQUEST);

    expect(quoted).toMatchObject({ costMicros, rule: null, unpriced: true, explanation: { blocked } });
  });

  it("writes nothing", async () => {
    const { ctx, merchantId } = await makeMerchant();

    await quote(ctx, { ...REQUEST, module: "never_seen", bot: "nor_this" });

    expect(await prisma.module.findFirst({ where: { merchantId, id: "never_seen" } })).toBeNull();
    expect(await prisma.usageEvent.count({ where: { merchantId } })).toBe(0);
  });

  it("needs the permission to use", async () => {
    const { merchantId } = await makeMerchant();

    const attempt = quote(makeCtx(merchantId, { role: "analyst" }), REQUEST);

    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});
