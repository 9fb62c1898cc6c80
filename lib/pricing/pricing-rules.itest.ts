import { describe, expect, it } from "vitest";
import { prisma, readSql } from "@/lib/db";
import { loadSettings, patchSettings } from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import {
  createPricingRule,
  deletePricingRule,
  getPricingRule,
  listPricingRules,
  listRuleVersions,
  loadPricing,
  loadRuleVersions,
  updatePricingRule,
} from "@/lib/pricing";
import { CHAT } from "./testing";

async function configVersion(merchantId: string): Promise<bigint> {
  return (await loadSettings(readSql(), merchantId)).configVersion;
}

describe("createPricingRule", () => {
  it("keeps the rule and its first version, and tells servers that prices changed", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const before = await configVersion(merchantId);

    const rule = await createPricingRule(ctx, { ...CHAT, cachedInputRate: "0.000001" });

    expect(rule).toMatchObject({
      version: 1,
      inputRate: 1_000_000n,
      cachedInputRate: 1n,
      rounding: "up_to_whole",
    });
    expect(await getPricingRule(ctx, rule.id)).toEqual(rule);
    expect(await loadPricing(readSql(), merchantId)).toEqual([rule]);
    expect((await listRuleVersions(ctx, rule.id)).data).toEqual([
      { ...rule, actor: ctx.actor, reason: null, createdAt: ctx.now },
    ]);
    expect(await configVersion(merchantId)).toBe(before + 1n);
  });

  it("takes the merchant's rounding when it has none of its own", async () => {
    const { ctx } = await makeMerchant();
    await patchSettings(ctx, { defaultRounding: "carry" });

    expect((await createPricingRule(ctx, CHAT)).rounding).toBe("carry");
    expect((await createPricingRule(ctx, { ...CHAT, model: null, rounding: "exact" })).rounding).toBe(
      "exact",
    );
  });

  it("registers the module, bot and form it names", async () => {
    const { ctx, merchantId } = await makeMerchant();

    await createPricingRule(ctx, { ...CHAT, module: "ai_search", bot: "finder", form: "ask" });

    const [bot, form] = await Promise.all([
      prisma.bot.findMany({ where: { merchantId } }),
      prisma.form.findMany({ where: { merchantId } }),
    ]);
    expect(bot).toMatchObject([{ id: "finder", moduleId: "ai_search" }]);
    expect(form).toMatchObject([{ id: "ask", moduleId: "ai_search" }]);
  });

  it.each([
    ["the same rule", CHAT],
    ["any model, spelt as a star", { ...CHAT, model: "*" }],
    ["a bot, whatever module it is said to be of", { ...CHAT, bot: "support", module: null }],
  ] as const)("refuses a tie: %s", async (_case, input) => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, CHAT);
    await createPricingRule(ctx, { ...CHAT, model: null });
    await createPricingRule(ctx, { ...CHAT, bot: "support" });

    await expect(createPricingRule(ctx, input)).rejects.toMatchObject({ code: "conflict" });
    await expect(createPricingRule(ctx, { ...input, enabled: false })).resolves.toMatchObject({ version: 1 });
  });

  it("lets one of two win who save the same rule at the same time", async () => {
    const { ctx } = await makeMerchant();

    const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => createPricingRule(ctx, CHAT)));

    const refusals = attempts.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(refusals).toEqual(Array(5).fill("conflict"));
  });

  it.each([
    [{ method: "per_image" }, "method"],
    [{ method: "flat" }, "unitRate"],
    [{ outputRate: null }, "outputRate"],
    [{ inputRate: "1000000.000001" }, "inputRate"],
  ] as const)("refuses %o, naming %s", async (change, path) => {
    const { ctx } = await makeMerchant();

    const attempt = createPricingRule(ctx, { ...CHAT, ...change });

    await expect(attempt).rejects.toMatchObject({
      code: "invalid_input",
      details: { errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
  });

  it("belongs to who may change prices", async () => {
    const { merchantId } = await makeMerchant();

    for (const role of ["support", "analyst"] as const) {
      const attempt = createPricingRule(makeCtx(merchantId, { role }), CHAT);
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("updatePricingRule", () => {
  it("makes a new version and keeps the old one", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const first = await createPricingRule(ctx, CHAT);

    const second = await updatePricingRule(ctx, first.id, { outputRate: "3", model: null });

    expect(second).toEqual({ ...first, version: 2, outputRate: 3_000_000n, model: null });
    expect(await getPricingRule(ctx, first.id)).toEqual(second);
    const refs = [
      { merchantId, ruleId: first.id, version: 1 },
      { merchantId, ruleId: first.id, version: 9 },
    ];
    expect(await loadRuleVersions(readSql(), refs)).toEqual([{ ...first, merchantId }]);
  });

  it("keeps why each version was made, and shows the last edit in the list", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = await createPricingRule(ctx, { ...CHAT, reason: " First price " });
    const other = { ...makeCtx(merchantId), now: new Date(ctx.now.getTime() + 1_000) };

    await updatePricingRule(other, rule.id, { inputRate: "3", reason: "Provider raised its price" });

    const versions = (await listRuleVersions(ctx, rule.id)).data;
    expect(versions.map((each) => each.reason)).toEqual(["Provider raised its price", "First price"]);
    const edited = { by: other.actor, at: other.now, reason: "Provider raised its price" };
    expect((await listPricingRules(ctx)).data).toEqual([{ ...(await getPricingRule(ctx, rule.id)), edited }]);
  });

  it("writes nothing when nothing changes", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);
    const before = await configVersion(merchantId);

    expect(await updatePricingRule(ctx, rule.id, { enabled: true, inputRate: "1.0" })).toEqual(rule);

    expect((await listRuleVersions(ctx, rule.id)).data).toHaveLength(1);
    expect(await configVersion(merchantId)).toBe(before);
  });

  it("numbers the versions of simultaneous edits one by one", async () => {
    const { ctx } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);

    await Promise.all(
      ["3", "4", "5", "6"].map((outputRate) => updatePricingRule(ctx, rule.id, { outputRate })),
    );

    const versions = (await listRuleVersions(ctx, rule.id)).data.map((each) => each.version);
    expect(versions).toEqual([5, 4, 3, 2, 1]);
  });

  it("refuses to enable a rule that would tie", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, CHAT);
    const twin = await createPricingRule(ctx, { ...CHAT, enabled: false });

    const attempt = updatePricingRule(ctx, twin.id, { enabled: true });

    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("chat in chatbot, model gpt-4o of openai"),
    });
  });

  it("leaves versions that the database itself refuses to change", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);

    const where = { merchantId_ruleId_version: { merchantId, ruleId: rule.id, version: 1 } };

    await expect(prisma.pricingRuleVersion.update({ where, data: { enabled: false } })).rejects.toThrow();
    await expect(prisma.pricingRuleVersion.delete({ where })).rejects.toThrow();
    expect((await listRuleVersions(ctx, rule.id)).data).toMatchObject([{ version: 1, enabled: true }]);
  });
});

describe("deletePricingRule", () => {
  it("takes the rule out of pricing and keeps its versions", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);

    await deletePricingRule(ctx, rule.id);

    await expect(getPricingRule(ctx, rule.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deletePricingRule(ctx, rule.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await loadPricing(readSql(), merchantId)).toEqual([]);
    expect((await listRuleVersions(ctx, rule.id)).data).toHaveLength(1);
    await expect(createPricingRule(ctx, CHAT)).resolves.toMatchObject({ version: 1 });
  });
});
