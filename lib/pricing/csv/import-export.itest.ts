import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import {
  createPricingRule,
  exportPricingRules,
  importPricingRules,
  listPricingRules,
  listRuleVersions,
  updatePricingRule,
} from "@/lib/pricing";

const CHAT = {
  operation: "chat",
  module: "chatbot",
  method: "per_1k_tokens",
  inputRate: "1",
  outputRate: "2",
} as const;

const versionsOf = (merchantId: string) => prisma.pricingRuleVersion.count({ where: { merchantId } });

describe("a file of rules", () => {
  it("that was exported changes nothing when it is imported, and makes the same rules elsewhere", async () => {
    const [{ ctx, merchantId }, elsewhere] = [await makeMerchant(), await makeMerchant()];
    await createPricingRule(ctx, {
      ...CHAT,
      model: "gpt-4o*",
      cachedInputRate: "0.000001",
      rounding: "carry",
    });
    await createPricingRule(ctx, {
      operation: "video",
      bot: "=cmd|' /C calc'!A0",
      method: "flat",
      unitRate: "5",
    });
    await createPricingRule(ctx, { ...CHAT, enabled: false });
    const { csv } = await exportPricingRules(ctx);
    const before = await versionsOf(merchantId);

    const again = await importPricingRules(ctx, { csv });
    const copied = await importPricingRules(elsewhere.ctx, { csv: csv.replaceAll(/^[0-9a-f-]{36},/gm, ",") });

    expect(csv).toContain(`,'=cmd|`);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, wrong: 0 });
    expect(await versionsOf(merchantId)).toBe(before);
    expect(copied).toMatchObject({ created: 3 });
    const plain = (page: Awaited<ReturnType<typeof listPricingRules>>) =>
      page.data
        .map(({ id: _, edited: _edited, ...rule }) => rule)
        .sort((a, b) => (a.rounding < b.rounding ? -1 : 1));
    expect(plain(await listPricingRules(elsewhere.ctx))).toEqual(plain(await listPricingRules(ctx)));
  });

  it("adds, changes and leaves alone, keeping why; a dry run only says so", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);
    const csv = [
      "Operation,Module,Method,Input rate,Output rate,Unit rate,Enabled",
      "chat,chatbot,per_1k_tokens,1.5,2,,yes",
      "video,,flat,,,7,no",
    ].join("\n");

    const dry = await importPricingRules(ctx, { csv, dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, created: 1, updated: 1, wrong: 0 });
    expect(dry.lines[0]).toMatchObject({
      line: 2,
      action: "update",
      before: { inputRate: "1" },
      rule: { version: 2 },
    });
    expect(await versionsOf(merchantId)).toBe(1);

    await importPricingRules(ctx, { csv, reason: "New year" });
    expect(await importPricingRules(ctx, { csv, reason: "New year" })).toMatchObject({ unchanged: 2 });
    expect((await listRuleVersions(ctx, rule.id)).data).toMatchObject([
      { version: 2, inputRate: 1_500_000n, reason: "New year" },
      { version: 1, reason: null },
    ]);
    expect(await versionsOf(merchantId)).toBe(3);
  });

  it("is saved whole or not at all, with what is wrong line by line", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const csv = [
      "id,operation,model,method,inputRate,outputRate,unitRate",
      ",chat,a,flat,,,1",
      ",chat,b,per_image,,,1",
      ",chat,c,per_1k_tokens,1,,",
      ",chat,d,flat,,,one",
      ",chat,a,flat,,,2",
      "019a9e3c-1d00-7000-8000-5f0c2b7a9d11,chat,e,flat,,,2",
    ].join("\n");

    const dry = await importPricingRules(ctx, { csv, dryRun: true });

    expect(dry.lines.map(({ line, errors }) => [line, errors[0]?.path])).toEqual([
      [2, ""],
      [3, "method"],
      [4, "outputRate"],
      [5, "unitRate"],
      [6, ""],
      [7, "id"],
    ]);
    await expect(importPricingRules(ctx, { csv })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await versionsOf(merchantId)).toBe(0);
  });

  it("may switch a rule off and put another in its place", async () => {
    const { ctx } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);
    const csv = [
      "id,operation,module,method,inputRate,outputRate,unitRate,enabled",
      ",chat,chatbot,flat,,,1,yes",
      `${rule.id},chat,chatbot,per_1k_tokens,1,2,,no`,
    ].join("\n");
    // The first line would be about the very rule that the second one names.
    expect((await importPricingRules(ctx, { csv, dryRun: true })).wrong).toBe(1);

    await updatePricingRule(ctx, rule.id, { model: "old" });
    const swap = csv.replace(",chat,chatbot,flat", ",chat,chatbot,flat");
    expect(await importPricingRules(ctx, { csv: swap })).toMatchObject({ created: 1, updated: 1 });
  });

  it.each([
    ["no header", "chat,flat\n1,2"],
    ["an unknown column", "operation,method,colour\nchat,flat,red"],
    ["too many lines", `operation,method\n${"chat,flat\n".repeat(501)}`],
  ])("is refused with %s", async (_case, csv) => {
    const { ctx } = await makeMerchant();

    await expect(importPricingRules(ctx, { csv, dryRun: true })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("is for who may change prices", async () => {
    const { merchantId } = await makeMerchant();
    const attempt = importPricingRules(makeCtx(merchantId, { role: "support" }), { csv: "x", dryRun: true });

    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});
