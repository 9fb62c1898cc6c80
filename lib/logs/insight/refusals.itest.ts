import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { flushRefusals, getInsight, insightJson } from "@/lib/logs";
import { makeMerchant } from "@/lib/merchants/testing";
import { authorize } from "@/lib/metering";
import { later, makeFlatRule, request, using } from "@/lib/metering/testing";
import { createQuota } from "@/lib/quotas";

const DAY = 86_400;

/** A merchant where a customer without credits is refused, and a guest too. */
async function makeStrict(options: { timeZone?: string } = {}) {
  const { ctx } = await makeMerchant(options);
  await makeFlatRule(ctx, "3");
  for (const audience of ["customer", "guest"] as const) {
    await createQuota(ctx, { audience, limit: "1", period: "daily" });
  }
  return ctx;
}

describe("refusals in insight", () => {
  it("counts what authorize refused by day and code, beside the days before, and not as requests", async () => {
    const ctx = await makeStrict();
    const refused = (over: Record<string, unknown>, at = ctx) =>
      expect(authorize(at, request(over))).rejects.toMatchObject({
        details: { extensions: { allowed: false } },
      });
    await refused({ bot: "support", store: "main" });
    await refused({ module: "ai_forms" });
    await refused({ guest: { session: "s-1" } });
    await refused({ bot: "support" }, later(ctx, -8 * DAY));
    await expect(authorize(ctx, { nothing: true })).rejects.toMatchObject({ name: "ZodError" });

    const { totals, rows, refusals, to } = await getInsight(ctx, { range: "7d" });

    expect(totals).toMatchObject({ now: { refusals: 3n, requests: 0n }, before: { refusals: 1n } });
    expect(rows.at(-1)).toMatchObject({ key: to, now: { refusals: 3n } });
    expect(rows.at(-2)).toMatchObject({ now: { refusals: 0n }, before: { refusals: 1n } });
    expect(refusals).toEqual([
      { day: to, code: "insufficient_credits", refusals: 2n },
      { day: to, code: "quota_exceeded", refusals: 1n },
    ]);
    const byBot = await getInsight(ctx, { range: "7d", by: "bot" });
    expect(byBot.rows.map(({ key, now }) => [key, now.refusals])).toEqual([
      ["", 2n],
      ["support", 1n],
    ]);
    expect((await getInsight({ ...ctx, storeId: "main" }, { range: "7d" })).totals.now.refusals).toBe(1n);
    expect(insightJson(byBot).refusals).toContainEqual({ day: to, code: "quota_exceeded", count: 1 });
  });

  it("adds up over servers and time, on the day of the merchant's zone", async () => {
    const ctx = {
      ...(await makeStrict({ timeZone: "Pacific/Auckland" })),
      now: new Date("2026-11-20T12:30:00Z"),
    };
    for (let round = 0; round < 2; round += 1) {
      await expect(authorize(ctx, request())).rejects.toMatchObject({ code: "insufficient_credits" });
      await flushRefusals();
    }
    const rows = await prisma.refusalDay.findMany({ where: { merchantId: ctx.merchantId } });
    expect(rows).toMatchObject([{ refusals: 2n, code: "insufficient_credits", module: "chatbot" }]);
    expect(rows[0]?.day.toISOString().slice(0, 10)).toBe("2026-11-21");
  });
});

const failing = (id: string) => ({
  conversation: { id, messages: [{ role: "assistant", content: "", error: "upstream" }] },
});

describe("customers and failures in insight", () => {
  it("counts the customers of each day, and the failures of each customer", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx);
    await using(ctx, failing("c-1"));
    await using(ctx, {});
    await using(ctx, { customer: "43" });
    await using(ctx, { guest: { session: "s-1" } });
    await using(later(ctx, -8 * DAY), failing("c-2"));

    const byDay = await getInsight(ctx, { range: "7d" });
    expect(byDay.rows.at(-1)).toMatchObject({ now: { customers: 2n, failures: 1n } });
    expect(byDay.rows.at(-2)).toMatchObject({ now: { customers: 0n }, before: { customers: 1n } });
    expect((await getInsight(ctx, { range: "7d", module: "chatbot" })).rows.at(-1)?.now.customers).toBeNull();

    const { customers } = await getInsight(ctx, { range: "7d", by: "customer" });
    expect(customers.find(({ key }) => key === "42")).toMatchObject({
      failures: 1n,
      failuresBefore: 1n,
      requests: 2n,
    });
    expect(customers.find(({ key }) => key === "43")).toMatchObject({ failures: 0n });
  });

  it("makes a busy day anew only now and then", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, {});
    await getInsight(ctx);
    const { merchantId } = ctx;
    await prisma.usageDay.updateMany({ where: { merchantId }, data: { requests: 5_000n } });
    const known = async () => (await prisma.rolledDay.findFirst({ where: { merchantId } }))?.requests;

    await getInsight(ctx);
    expect(await known()).toBe(1n);
    const rolledAt = new Date(Date.now() - 6_000);
    await prisma.rolledDay.updateMany({ where: { merchantId }, data: { rolledAt } });
    await getInsight(ctx);
    expect(await known()).toBe(5_000n);
  });
});
