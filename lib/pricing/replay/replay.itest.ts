import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { creditsToString } from "@/lib/kernel/micros";
import { deleteLogs, takeDeletionStep } from "@/lib/logs";
import { makeMerchant } from "@/lib/merchants/testing";
import { later, using } from "@/lib/metering/testing";
import { createPricingRule, replayPricing, takeReplayStep, updatePricingRule } from "@/lib/pricing";
import { getTask, runTask } from "@/lib/tasks";

const RATES = { method: "per_1k_tokens", inputRate: "1", outputRate: "2" } as const;
const DRAFT = { operation: "chat", ...RATES } as const;
const clock = () => new Date();

/** Some requests of a few customers and a guest, each a second later; the ctx after them. */
async function makeTraffic(ctx: Ctx): Promise<Ctx> {
  const requests = [
    { customer: "ada", usage: { inputTokens: 800, outputTokens: 300 } },
    { customer: "ada", usage: { inputTokens: 900, outputTokens: 100 } },
    { customer: "bob", usage: { totalTokens: 4_321 }, model: "o3" },
    { customer: "bob", usage: { inputTokens: 10, outputTokens: 10 }, bot: "support" },
    { guest: { session: "s-1", ip: "203.0.113.7" }, usage: { inputTokens: 1_500, outputTokens: 1 } },
    { customer: "ada", usage: { inputTokens: 800, outputTokens: 300 }, form: "ask", module: "ai_forms" },
  ];
  let now = ctx;
  for (const each of requests) {
    now = later(now, 1);
    await using(now, each);
  }
  return later(now, 60);
}

async function reportOf(ctx: Ctx, input: Parameters<typeof replayPricing>[1]) {
  const { report } = await replayPricing(ctx, input);
  if (!report) throw new Error("It should not have gone to the background.");
  return report;
}

/** Everything that was charged since, as the engine did it. */
async function charged({ merchantId }: Ctx, since: Date) {
  const events = await prisma.usageEvent.findMany({ where: { merchantId, recordedAt: { gte: since } } });
  return creditsToString(events.reduce((sum, event) => sum + event.costMicros, 0n));
}

describe("replayPricing", () => {
  it.each(["up_to_whole", "up_to_hundredth", "exact", "carry"] as const)(
    "comes to what the engine charges for the same requests once the draft is saved (%s)",
    async (rounding) => {
      const { ctx } = await makeMerchant();
      await createPricingRule(ctx, {
        operation: "chat",
        bot: "support",
        method: "flat",
        unitRate: "0.7",
        rounding,
      });
      const before = await makeTraffic(ctx);
      const draft = { ...DRAFT, rounding, cachedInputRate: "0.5" };

      const report = await reportOf(before, { range: "7d", draft });

      const saved = later(before, 1);
      await createPricingRule(saved, draft);
      await makeTraffic(saved);
      expect(report.draft).toBe(await charged(ctx, saved.now));
      expect(report).toMatchObject({ requests: 6, now: report.charged, unpriced: { now: 5, draft: 0 } });
    },
  );

  it("tells who pays more and who less, by customer and by model", async () => {
    const { ctx } = await makeMerchant();
    const rule = await createPricingRule(ctx, {
      operation: "chat",
      model: "gpt-4o",
      method: "flat",
      unitRate: "3",
    });
    await createPricingRule(ctx, { operation: "chat", model: "o3", method: "flat", unitRate: "1" });
    const now = await makeTraffic(ctx);

    const report = await reportOf(now, { range: "30d", rule: rule.id, draft: { unitRate: "5" } });

    // Ada asks gpt-4o three times, bob once, the guest once; bob's o3 stays as it is.
    expect(report).toMatchObject({
      now: "16",
      draft: "26",
      change: "10",
      customers: { more: 2, less: 0, same: 0 },
    });
    expect(report.payMore).toMatchObject([
      { customer: "ada", requests: 3, now: "9", draft: "15", change: "6" },
      { customer: "bob", requests: 2, now: "4", draft: "6", change: "2" },
    ]);
    expect(report.guests).toMatchObject({ requests: 1, now: "3", draft: "5" });
    expect(report.models.at(-1)).toMatchObject({ model: "o3", change: "0" });

    const cheaper = await reportOf(now, { range: "30d", rule: rule.id, draft: { unitRate: "1" } });
    expect(cheaper.payLess[0]).toMatchObject({ customer: "ada", change: "-6" });
    const deleted = await reportOf(now, { range: "30d", rule: rule.id, draft: null });
    expect(deleted.unpriced).toEqual({ now: 0, draft: 5 });
  });

  it("in the background, in pieces and after the logs are gone, comes to the same", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, { operation: "chat", bot: "support", method: "flat", unitRate: "9" });
    const now = await makeTraffic(ctx);
    const wish = { range: "7d", draft: DRAFT } as const;
    const report = await reportOf(now, wish);
    const { task: deletion } = await deleteLogs(now, { all: "true" }, { queue: false });
    await runTask(deletion, { steps: { log_deletion: takeDeletionStep }, clock, millis: 10_000 });

    const { task } = await replayPricing(now, { ...wish, background: true }, { queue: false });

    if (!task) throw new Error("It should have gone to the background.");
    const running = { steps: { pricing_replay: takeReplayStep }, clock, millis: 0 };
    while ((await runTask(task, running)) === "more");
    expect(await getTask(ctx, task.id)).toMatchObject({ state: "done", done: 6n, total: 6n, result: report });
    expect(await prisma.replayPayer.count({ where: { merchantId: ctx.merchantId } })).toBe(0);
  });

  it("changes nothing, and leaves out what is older than its range", async () => {
    const { ctx, merchantId } = await makeMerchant();
    await makeTraffic(ctx);
    const nextWeek = later(ctx, 8 * 86_400);
    const { count } = prisma.pricingRuleVersion;

    expect(await reportOf(nextWeek, { range: "7d", draft: DRAFT })).toMatchObject({
      requests: 0,
      draft: "0",
    });
    expect(await reportOf(nextWeek, { range: "30d", draft: DRAFT })).toMatchObject({ requests: 6 });
    expect(await count({ where: { merchantId } })).toBe(0);
  });

  it("refuses a draft that could not be saved", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: outsider } = await makeMerchant();
    const rule = await createPricingRule(ctx, DRAFT);
    const attempt = (input: object) => replayPricing(ctx, { range: "7d", draft: {}, ...input });

    await expect(attempt({ draft: DRAFT })).rejects.toMatchObject({ code: "conflict" });
    await expect(attempt({ draft: { ...DRAFT, method: "per_image" } })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(attempt({ draft: { unitRate: "1" } })).rejects.toMatchObject({ name: "ZodError" });
    await expect(attempt({ draft: null })).rejects.toMatchObject({ name: "ZodError" });
    const theirs = replayPricing(outsider, { range: "7d", rule: rule.id, draft: null });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
    const bound = replayPricing({ ...ctx, storeId: "main" }, { range: "7d", rule: rule.id, draft: null });
    await expect(bound).rejects.toMatchObject({ code: "forbidden" });
  });

  it("compares with the rules as they stand, not as they stood", async () => {
    const { ctx } = await makeMerchant();
    const rule = await createPricingRule(ctx, { operation: "chat", method: "flat", unitRate: "1" });
    const now = await makeTraffic(ctx);
    await updatePricingRule(now, rule.id, { unitRate: "2" });

    const report = await reportOf(now, { range: "7d", rule: rule.id, draft: { unitRate: "3" } });

    expect(report).toMatchObject({ charged: "6", now: "12", draft: "18" });
  });
});
