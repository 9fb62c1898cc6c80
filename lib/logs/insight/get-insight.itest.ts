import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { getInsight, insightJson, rollUpUsage } from "@/lib/logs";
import { makeMerchant } from "@/lib/merchants/testing";
import { createPricingRule } from "@/lib/pricing";
import { giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";

const DAY = 86_400;

/** Usage of today, yesterday, and eight days ago. */
async function makeUsage(options: { timeZone?: string } = {}): Promise<Ctx> {
  const { ctx } = await makeMerchant(options);
  await makeFlatRule(ctx, "3");
  await giveCredits(ctx, "1000");
  await using(ctx, { bot: "support", store: "main", usage: { inputTokens: 10 } });
  await using(ctx, { guest: { session: "s-1" }, usage: { outputTokens: 5 } });
  await using(later(ctx, -DAY), { module: "ai_forms", model: "gpt-4o-mini", usage: { inputTokens: 7 } });
  await using(later(ctx, -8 * DAY), { bot: "support", store: "main", usage: { inputTokens: 100 } });
  return ctx;
}

describe("getInsight", () => {
  it("adds up a period beside the one before, and pairs their days", async () => {
    const ctx = await makeUsage();

    const insight = await getInsight(ctx, { range: "7d" });

    expect(insight.totals.now).toMatchObject({ requests: 3n, tokens: 22n, cost: 9_000_000n, customers: 1n });
    expect(insight.totals.before).toMatchObject({ requests: 1n, tokens: 100n, cost: 3_000_000n });
    expect(insight.rows).toHaveLength(7);
    expect(insight.rows.at(-1)).toMatchObject({ key: insight.to, now: { requests: 2n } });
    expect(insight.rows.at(-2)).toMatchObject({ now: { requests: 1n }, before: { requests: 1n } });
    expect(insight.complete).toBe(true);
  });

  it("splits by module, model, bot, store and customer", async () => {
    const ctx = await makeUsage();
    const split = async (by: "module" | "model" | "bot" | "store") =>
      (await getInsight(ctx, { range: "7d", by })).rows.map((row) => [
        row.key,
        row.now.requests,
        row.before.requests,
      ]);

    expect(await split("module")).toEqual([
      ["chatbot", 2n, 1n],
      ["ai_forms", 1n, 0n],
    ]);
    expect(await split("model")).toEqual([
      ["gpt-4o", 2n, 1n],
      ["gpt-4o-mini", 1n, 0n],
    ]);
    expect(await split("bot")).toEqual([
      ["", 2n, 0n],
      ["support", 1n, 1n],
    ]);
    expect(await split("store")).toContainEqual(["main", 1n, 1n]);
    const { customers } = await getInsight(ctx, { range: "7d", by: "customer" });
    expect(customers).toMatchObject([
      { key: "42", requests: 2n, requestsBefore: 1n, cost: 6_000_000n },
      { key: null, requests: 1n, requestsBefore: 0n },
    ]);
  });

  it("shows the hours of the week in the merchant's zone, and the dearest requests", async () => {
    const ctx = await makeUsage({ timeZone: "Asia/Tokyo" });
    await createPricingRule(ctx, {
      module: "image_generator",
      operation: "chat",
      method: "flat",
      unitRate: "50",
    });
    const dear = await using(ctx, { module: "image_generator", usage: { images: 1 } });
    const local = new Date(ctx.now.getTime() + 9 * 3_600_000);
    const [weekday, hour] = [local.getUTCDay() || 7, local.getUTCHours()];

    const { hours, dearest } = await getInsight(ctx, { range: "7d" });

    expect(hours).toContainEqual({ weekday, hour, requests: 3n, cost: 56_000_000n });
    expect(dearest?.[0]).toMatchObject({
      ledgerEntryId: dear.ledgerEntryId,
      logId: dear.logId,
      customer: "42",
      module: "image_generator",
      cost: 50_000_000n,
    });
    expect(dearest).toHaveLength(4);
  });

  it("narrows, and says null of what no roll-up knows", async () => {
    const ctx = await makeUsage();
    const byModule = await getInsight(ctx, { range: "7d", module: "ai_forms" });
    expect(byModule.totals.now).toMatchObject({ requests: 1n, customers: null });
    expect(byModule.hours).toMatchObject([{ requests: 1n }]);
    const byBot = await getInsight(ctx, { range: "7d", bot: "none" });
    expect(byBot.totals.now.requests).toBe(2n);
    expect(byBot).toMatchObject({ hours: null, dearest: null });
  });

  it("agrees with the ledger after more happened, by reading or by the job, however often", async () => {
    const ctx = await makeUsage();
    await getInsight(ctx);
    await using(ctx, { usage: { inputTokens: 1 } });
    await rollUpUsage(ctx.now, 30);
    await using(later(ctx, -DAY), { usage: { inputTokens: 1 } });
    await Promise.all([getInsight(ctx), getInsight(ctx), rollUpUsage(ctx.now, 30)]);

    const { hours, totals } = await getInsight(ctx);
    const { merchantId } = ctx;
    const entries = await prisma.ledgerEntry.aggregate({
      where: { merchantId, type: { in: ["usage", "quota_usage"] } },
      _count: true,
      _sum: { costMicros: true },
    });

    const sum = (name: "requests" | "cost") => hours?.reduce((all, row) => all + row[name], 0n);
    expect(sum("requests")).toBe(BigInt(entries._count));
    expect(sum("cost")).toBe(entries._sum.costMicros);
    expect(totals.now.requests).toBe(BigInt(entries._count));
    expect(await rollUpUsage(ctx.now, 30)).toBe(0);
  });

  it("shows nothing of another merchant, and an actor bound to a store that store alone", async () => {
    const ctx = await makeUsage();
    const { ctx: other } = await makeMerchant();
    const empty = await getInsight(other);
    expect(empty).toMatchObject({ totals: { now: { requests: 0n, customers: 0n } }, dearest: [], hours: [] });

    const bound = { ...ctx, storeId: "main" };
    const own = await getInsight(bound, { range: "7d" });
    expect(own).toMatchObject({ totals: { now: { requests: 1n, customers: null } }, dearest: null });
    expect((await getInsight(bound, { by: "customer" })).customers).toEqual([]);
    await expect(getInsight(bound, { store: "blog" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getInsight({ ...ctx, permissions: new Set() })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is plain JSON", async () => {
    const ctx = await makeUsage();
    const json = JSON.parse(JSON.stringify(insightJson(await getInsight(ctx, { by: "bot" }))));
    expect(json.rows[0]).toMatchObject({ key: null, now: { requests: 2, cost: "6" } });
  });

  it.each([
    { by: "guest" },
    { by: "customer", bot: "x" },
    { from: "2026-01-01" },
    { from: "2026-01-02", to: "2026-01-01" },
    { from: "2000-01-01", to: "2026-01-01" },
    { range: "7d", from: "2026-01-01", to: "2026-01-02" },
    { search: "x" },
  ])("refuses %j", async (query) => {
    const { ctx } = await makeMerchant();
    await expect(getInsight(ctx, JSON.parse(JSON.stringify(query)))).rejects.toMatchObject({
      name: "ZodError",
    });
  });
});
