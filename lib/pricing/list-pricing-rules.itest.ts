import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import {
  createPricingRule,
  deletePricingRule,
  getPricingRule,
  listPricingRules,
  listRuleVersions,
  updatePricingRule,
} from "@/lib/pricing";
import { CHAT } from "./testing";

describe("another merchant", () => {
  it("finds nothing", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: outsider } = await makeMerchant();
    const rule = await createPricingRule(ctx, CHAT);

    for (const attempt of [
      () => getPricingRule(outsider, rule.id),
      () => updatePricingRule(outsider, rule.id, { enabled: false }),
      () => deletePricingRule(outsider, rule.id),
      () => listRuleVersions(outsider, rule.id),
      () => getPricingRule(outsider, "no id at all"),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await listPricingRules(outsider)).data).toEqual([]);
  });
});

describe("listPricingRules", () => {
  it("pages through the rules, newest first", async () => {
    const { ctx } = await makeMerchant();
    const ids: string[] = [];
    for (const model of ["a", "b", "c", "d", "e"])
      ids.push((await createPricingRule(ctx, { ...CHAT, model })).id);

    const first = await listPricingRules(ctx, { limit: 3 });
    const second = await listPricingRules(ctx, { limit: 3, cursor: first.nextCursor ?? "" });

    expect([...first.data, ...second.data].map((rule) => rule.id)).toEqual(ids.reverse());
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    [{ module: "chatbot" }, ["gpt-4o"]],
    [{ operation: "video" }, ["sora"]],
    [{ provider: "anthropic" }, ["claude"]],
    [{ enabled: "false" }, ["claude"]],
    [{ search: "PT-4" }, ["gpt-4o"]],
    [{ search: "%" }, []],
    [{}, ["claude", "sora", "gpt-4o"]],
  ] as const)("filters by %o", async (filter, expected) => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, CHAT);
    await createPricingRule(ctx, { operation: "video", model: "sora", method: "flat", unitRate: "1" });
    const off = { module: "assistant", provider: "anthropic", model: "claude", enabled: false };
    await createPricingRule(ctx, { ...CHAT, ...off });

    expect((await listPricingRules(ctx, filter)).data.map((rule) => rule.model)).toEqual(expected);
  });
});
