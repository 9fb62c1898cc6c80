import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { countLogs, listLogs } from "@/lib/logs";
import { countSaid } from "./count-said.repo";
import { selectionOf } from "./log-selection";
import type { ListLogsInput } from "./schemas";
import { makeLog, makeLogs, makeLogSaying, makeMerchant, NOW } from "./testing";

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

/** Every log of a list, page by page. */
async function allOf(ctx: Ctx, query: ListLogsInput): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLogs(ctx, { ...query, ...(cursor ? { cursor } : {}) });
    ids.push(...page.data.map((log) => log.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

describe("listLogs of a merchant with many logs", () => {
  let ctx: Ctx;
  /** A rare model's logs, the newest first: one of today, the others further back than any walk goes. */
  const rare: string[] = [];

  beforeAll(async () => {
    ctx = await makeMerchant();
    // Twelve days of them, and a week before that.
    await makeLogs(ctx, 18_000, "Hello again, my friend");
    for (const days of [0.1, 9, 12.4, 40, 200, 900]) {
      rare.push(await makeLog(ctx, { model: "rare", bot: "b", module: "m", lastAt: daysAgo(days) }));
    }
  });

  it("finds the rare ones wherever they are, in order, on one page or several", async () => {
    expect(await allOf(ctx, { model: "rare" })).toEqual(rare);
    expect(await allOf(ctx, { model: "rare", limit: 2 })).toEqual(rare);
    expect(await allOf(ctx, { bot: "b", module: "m", provider: "openai", limit: 4 })).toEqual(rare);
    expect(await allOf(ctx, { bot: "b", module: "chatbot" })).toEqual([]);
    expect(await allOf(ctx, { model: "absent" })).toEqual([]);
  });

  it("finds them from the oldest on, and between two days", async () => {
    expect(await allOf(ctx, { model: "rare", sort: "oldest", limit: 2 })).toEqual([...rare].reverse());
    expect(await allOf(ctx, { model: "rare", from: "2026-11-01", to: "2026-11-11" })).toEqual(
      rare.slice(1, 3),
    );
    expect(await allOf(ctx, { model: "rare", from: "2026-10-01", sort: "oldest" })).toEqual(
      rare.slice(0, 4).reverse(),
    );
  });

  it("counts them, and says when it stopped counting", async () => {
    expect(await countLogs(ctx, { model: "rare" })).toEqual({ count: 6, capped: false });
    expect(await countLogs(ctx, { bot: "none" })).toEqual({ count: 10_000, capped: true });
  });

  it("counts the logs of very common words", async () => {
    const own = await makeMerchant();
    await makeLogs(own, 10_100, "marmalade");
    const rows = await prisma.$executeRaw`
      INSERT INTO log_messages (merchant_id, log_id, id, role, content, at, event_id)
      SELECT merchant_id, id, gen_random_uuid(), 'assistant', 'Toast and jam', last_at, 'event' FROM logs, generate_series(1, 3)
       WHERE merchant_id = ${own.merchantId}::uuid AND last_at > ${daysAgo(2.5)}`;
    expect(rows).toBeGreaterThan(10_000);
    const old = "018f0000-0000-7000-8000-000000000000";
    await makeLogSaying(own, "Jam again?", { id: old, model: "rare", lastAt: daysAgo(0.01) });

    expect(await countLogs(own, { search: "marmalade" })).toEqual({ count: 10_000, capped: true });
    expect(await countLogs(own, { search: "jam" })).toEqual({ count: rows / 3 + 1, capped: false });
    expect(await countLogs(own, { search: "jam", range: "7d" })).toEqual({
      count: rows / 3 + 1,
      capped: false,
    });
    expect(await countLogs(own, { search: "jam", model: "rare" })).toEqual({ count: 1, capped: false });
    expect((await allOf(own, { search: "jam toast", sort: "cost", limit: 200 })).length).toBe(rows / 3);
    const narrow = await selectionOf(own, { search: "marmalade", model: "rare" });
    const wide = await selectionOf(own, { search: "marmalade", model: "gpt-4o" });
    const limits = { most: 5_000, messages: 100 };
    expect(await countSaid({}, narrow, limits)).toEqual({ count: 0, capped: false });
    expect(await countSaid({}, wide, limits)).toEqual({ count: 101, capped: true });
  });

  it("finds what another merchant has many of as its own rare ones", async () => {
    const other = await makeMerchant();
    const own = await makeLog(other, { lastAt: daysAgo(3) });
    expect(await allOf(other, { model: "gpt-4o" })).toEqual([own]);
  });

  it("shows the newest first of a word in thousands of messages, conversations that went on included", async () => {
    const own = await makeMerchant();
    await makeLogs(own, 1_500, "marmalade");
    // Begun long ago, as its id says, and taken up again.
    const old = "018f0000-0000-7000-8000-000000000000";
    await makeLogSaying(own, "Marmalade again?", { id: old, lastAt: daysAgo(0.01) });

    const first = await listLogs(own, { search: "marmalade" });
    const all = await allOf(own, { search: "MARMALADE", limit: 200 });

    expect(first.data).toHaveLength(50);
    expect(first.data.map((log) => log.id)).toEqual(all.slice(0, 50));
    expect(all.indexOf(old)).toBe(15);
    expect(new Set(all).size).toBe(1_501);
    expect(await allOf(own, { search: "marmalade", model: "rare" })).toEqual([]);
  });
});
