import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { activityJson, getActivity } from "@/lib/logs";
import { makeMerchant, NOW } from "./testing";

type Rolled = {
  slot?: number;
  entries?: bigint;
  addedMicros?: bigint;
  takenMicros?: bigint;
  quotaMicros?: bigint;
};

/** Writers share a day's figures over slots; readers see their sum. */
async function rollUp(ctx: Ctx, day: string, types: Record<string, Rolled>): Promise<void> {
  await prisma.ledgerDay.createMany({
    data: Object.entries(types).map(([type, row]) => ({
      merchantId: ctx.merchantId,
      day: new Date(`${day}T00:00:00Z`),
      type,
      slot: 0,
      entries: 1n,
      addedMicros: 0n,
      takenMicros: 0n,
      quotaMicros: 0n,
      ...row,
    })),
  });
}

describe("getActivity", () => {
  it("counts in each card only what its name says", async () => {
    const ctx = await makeMerchant();
    await rollUp(ctx, "2026-11-19", {
      purchase: { addedMicros: 100n },
      grant: { addedMicros: 20n },
      adjustment: { entries: 2n, addedMicros: 7n, takenMicros: 4n },
      usage: { entries: 3n, takenMicros: 30n },
      quota_usage: { entries: 5n, quotaMicros: 50n },
      expiry: { takenMicros: 11n },
      refund: { takenMicros: 13n },
      dispute: { takenMicros: 17n },
      dispute_reversal: { addedMicros: 19n },
      transfer_in: { addedMicros: 23n },
      transfer_out: { takenMicros: 23n },
      quota_reset: {},
    });

    const { cards, other } = await getActivity(ctx, { range: "7d" });

    expect(cards).toEqual({
      creditsAdded: 127n,
      balanceDebited: 30n,
      quotaOnlyUsage: 50n,
      quotaOnlyRequests: 5n,
      ledgerEntries: 19n,
    });
    expect(other).toEqual({
      expired: 11n,
      refunded: 30n,
      disputesReversed: 19n,
      takenAway: 4n,
      overdraft: 0n,
    });
  });

  it("has one point for each calendar day of the merchant's zone, today included, quiet days as zeros", async () => {
    const ctx = await makeMerchant("Pacific/Auckland");
    await rollUp(ctx, "2026-11-21", { purchase: { addedMicros: 3n } });
    await rollUp(ctx, "2026-11-21", { purchase: { slot: 1, addedMicros: 2n } });
    await rollUp(ctx, "2026-11-15", { purchase: { slot: 1, addedMicros: 1n } });
    await rollUp(ctx, "2026-11-14", { purchase: { addedMicros: 1n } });

    // Three in the morning of 21 November in Auckland.
    const { series, cards, from, to, timeZone, begin, end, before } = await getActivity(ctx, { range: "7d" });

    expect({ from, to, timeZone }).toEqual({
      from: "2026-11-15",
      to: "2026-11-21",
      timeZone: "Pacific/Auckland",
    });
    expect({ begin, end }).toEqual({
      begin: new Date("2026-11-14T11:00:00Z"),
      end: new Date("2026-11-21T11:00:00Z"),
    });
    expect(before).toEqual({ from: "2026-11-08", to: "2026-11-14" });
    expect(series.map((point) => [point.day, point.creditsAdded])).toEqual([
      ["2026-11-15", 1n],
      ["2026-11-16", 0n],
      ["2026-11-17", 0n],
      ["2026-11-18", 0n],
      ["2026-11-19", 0n],
      ["2026-11-20", 0n],
      ["2026-11-21", 5n],
    ]);
    expect(cards.creditsAdded).toBe(6n);
  });

  it("adds up a day's usage over modules, models, bots and stores", async () => {
    const ctx = await makeMerchant();
    const row = {
      operation: "chat",
      provider: "openai",
      bot: "",
      store: "",
      units: 0n,
      fromBalanceMicros: 1n,
    };
    const day = { merchantId: ctx.merchantId, day: new Date("2026-11-20T00:00:00Z"), fromQuotaMicros: 0n };
    await prisma.usageDay.createMany({
      data: [
        {
          ...day,
          ...row,
          slot: 0,
          module: "chatbot",
          model: "a",
          requests: 2n,
          failures: 1n,
          unpriced: 0n,
          inputTokens: 10n,
          outputTokens: 5n,
          costMicros: 3n,
          overdraftMicros: 1n,
        },
        {
          ...day,
          ...row,
          slot: 1,
          module: "chatbot",
          model: "b",
          requests: 1n,
          failures: 0n,
          unpriced: 1n,
          inputTokens: 1n,
          outputTokens: 1n,
          costMicros: 1n,
          overdraftMicros: 0n,
        },
        {
          ...day,
          ...row,
          slot: 2,
          module: "ai_forms",
          model: "b",
          requests: 1n,
          failures: 0n,
          unpriced: 0n,
          inputTokens: 2n,
          outputTokens: 0n,
          costMicros: 9n,
          overdraftMicros: 0n,
        },
      ],
    });

    const { series, modules, other } = await getActivity(ctx, { from: "2026-11-20", to: "2026-11-20" });

    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({
      requests: 4n,
      failures: 1n,
      unpriced: 1n,
      tokens: 19n,
      cost: 13n,
      overdraft: 1n,
    });
    expect(modules).toEqual([
      { module: "chatbot", requests: 3n, tokens: 17n, cost: 4n },
      { module: "ai_forms", requests: 1n, tokens: 2n, cost: 9n },
    ]);
    expect(other.overdraft).toBe(1n);
  });

  it("is 30 days when nothing is asked, and written with decimal strings", async () => {
    const ctx = await makeMerchant();
    await rollUp(ctx, "2026-11-20", { usage: { takenMicros: 1_400_000n } });

    const written = activityJson(await getActivity(ctx));

    expect(written.series).toHaveLength(30);
    expect(written.cards).toEqual({
      creditsAdded: "0",
      balanceDebited: "1.4",
      quotaOnlyUsage: "0",
      quotaOnlyRequests: 0,
      ledgerEntries: 1,
    });
  });

  it("never counts another merchant's days", async () => {
    const [ctx, other] = [await makeMerchant(), await makeMerchant()];
    await rollUp(other, "2026-11-20", { purchase: { addedMicros: 5n } });

    expect((await getActivity(ctx)).cards.ledgerEntries).toBe(0n);
    expect((await getActivity(other)).cards.ledgerEntries).toBe(1n);
  });

  it("refuses actors bound to a store and those who may not read usage", async () => {
    const ctx = await makeMerchant();
    await expect(getActivity({ ...ctx, storeId: "main" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getActivity({ ...ctx, permissions: new Set() })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it.each([
    { range: "7d", from: "2026-11-01", to: "2026-11-02" },
    { from: "2026-11-01" },
    { to: "2026-11-01" },
    { from: "2026-11-02", to: "2026-11-01" },
    { from: "2020-01-01", to: "2026-01-01" },
    { from: "2026-02-30", to: "2026-03-01" },
    { days: 7 },
  ])("refuses %j", async (query) => {
    const ctx = { ...(await makeMerchant()), now: NOW };
    await expect(getActivity(ctx, JSON.parse(JSON.stringify(query)))).rejects.toMatchObject({
      name: "ZodError",
    });
  });
});
