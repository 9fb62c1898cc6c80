import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { countLogs, listLogs } from "@/lib/logs";
import type { ListLogsInput } from "./schemas";
import {
  makeCustomer,
  makeGuest,
  makeLog,
  makeLogs,
  makeLogSaying,
  makeMerchant,
  makeMessages,
  NOW,
} from "./testing";

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

async function idsOf(ctx: Ctx, query: ListLogsInput): Promise<string[]> {
  return (await listLogs(ctx, query)).data.map((log) => log.id);
}

describe("listLogs", () => {
  it("lists the latest activity first, with who it was and what it came to", async () => {
    const ctx = await makeMerchant();
    const customerId = await makeCustomer(ctx, "42");
    const guestId = await makeGuest(ctx, "s-1");
    const older = await makeLog(ctx, { customerId, roles: ["subscriber"], lastAt: minutesAgo(5) });
    const newer = await makeLog(ctx, { guestId, tokens: 1_100n, costMicros: 2_000_000n, bestScore: 0.83 });

    const { data, nextCursor } = await listLogs(ctx);

    expect(data.map((log) => log.id)).toEqual([newer, older]);
    expect(data[0]).toMatchObject({ customer: null, guest: "s-1", tokens: 1_100n, cost: 2_000_000n });
    expect(data[1]).toMatchObject({
      customer: { externalId: "42", name: "Name of 42", email: null },
      guest: null,
      roles: ["subscriber"],
      lastAt: minutesAgo(5),
    });
    expect(nextCursor).toBeNull();
  });

  it("pages through logs of one instant without gaps or repeats", async () => {
    const ctx = await makeMerchant();
    const made: string[] = [];
    for (let index = 0; index < 23; index += 1) {
      made.push(await makeLog(ctx, { lastAt: minutesAgo(index < 12 ? 1 : 2) }));
    }

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listLogs(ctx, { limit: 5, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map((log) => log.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(seen).toHaveLength(23);
    expect(new Set(seen)).toEqual(new Set(made));
  });

  it("narrows by module, bot, no bot, store, customer, model and provider, alone and together", async () => {
    const ctx = await makeMerchant();
    const customerId = await makeCustomer(ctx, "42");
    const mine = await makeLog(ctx, {
      customerId,
      bot: "support",
      store: "main",
      model: "claude",
      provider: "anthropic",
    });
    const image = await makeLog(ctx, { module: "image_generator", store: "blog" });

    expect(await idsOf(ctx, { module: "image_generator" })).toEqual([image]);
    expect(await idsOf(ctx, { bot: "support" })).toEqual([mine]);
    expect(await idsOf(ctx, { bot: "none" })).toEqual([image]);
    expect(await idsOf(ctx, { store: "main" })).toEqual([mine]);
    expect(await idsOf(ctx, { customer: "42" })).toEqual([mine]);
    expect(await idsOf(ctx, { customer: "nobody" })).toEqual([]);
    expect(
      await idsOf(ctx, { model: "claude", provider: "anthropic", customer: "42", bot: "support" }),
    ).toEqual([mine]);
    expect(await idsOf(ctx, { model: "claude", provider: "openai" })).toEqual([]);
  });

  it("narrows to guests, failures, what was not priced, what nothing covered, and weak evidence", async () => {
    const ctx = await makeMerchant();
    const customerId = await makeCustomer(ctx, "42");
    const guestId = await makeGuest(ctx, "s-1");
    const plain = await makeLog(ctx, { customerId });
    const visit = await makeLog(ctx, { guestId });
    const failed = await makeLog(ctx, { customerId, failed: true });
    const unpriced = await makeLog(ctx, { customerId, unpriced: true });
    const refused = await makeLog(ctx, { customerId, overdraftMicros: 1n });
    const guess = await makeLog(ctx, { customerId, evidence: "estimated" });

    expect(await idsOf(ctx, { guests: "true" })).toEqual([visit]);
    expect(await idsOf(ctx, { failed: "true" })).toEqual([failed]);
    expect(await idsOf(ctx, { unpriced: "true" })).toEqual([unpriced]);
    expect(await idsOf(ctx, { refused: "true" })).toEqual([refused]);
    expect(await idsOf(ctx, { evidence: "estimated" })).toEqual([guess]);
    expect(await idsOf(ctx, { evidence: "manual" })).toEqual([]);
    const ordinary = { failed: "false", unpriced: "false", refused: "false" } as const;
    expect(await idsOf(ctx, { guests: "false", ...ordinary, evidence: "provider_final" })).toEqual([plain]);
    expect(await idsOf(ctx, { failed: "true", refused: "true" })).toEqual([]);
    expect(await countLogs(ctx, { guests: "false" })).toEqual({ count: 5, capped: false });
  });

  it("sorts by oldest activity, cost and tokens, page by page", async () => {
    const ctx = await makeMerchant();
    const cheap = await makeLog(ctx, { costMicros: 1n, tokens: 900n, lastAt: minutesAgo(1) });
    const dear = await makeLog(ctx, { costMicros: 9_000_000_000n, tokens: 5n, lastAt: minutesAgo(3) });
    const same = await makeLog(ctx, { costMicros: 1n, tokens: 7n, lastAt: minutesAgo(2) });
    const inPages = async (sort: "oldest" | "cost" | "tokens") => {
      const first = await listLogs(ctx, { sort, limit: 2 });
      const second = await listLogs(ctx, { sort, limit: 2, cursor: first.nextCursor ?? "" });
      return [...first.data, ...second.data].map((log) => log.id);
    };

    expect(await inPages("oldest")).toEqual([dear, same, cheap]);
    expect(await inPages("cost")).toEqual([dear, same, cheap]);
    expect(await inPages("tokens")).toEqual([cheap, same, dear]);
  });

  it("refuses to sort by a figure what is too much to read, and says what to do", async () => {
    const ctx = await makeMerchant();
    await makeLogs(ctx, 10_001);

    await expect(listLogs(ctx, { sort: "cost" })).rejects.toMatchObject({
      code: "invalid_input",
      details: { errors: [{ path: "sort" }] },
    });
    expect(await countLogs(ctx)).toEqual({ count: 10_000, capped: true });
    expect((await listLogs(ctx, { sort: "cost", module: "automation" })).data).toEqual([]);
  });

  it("includes both ends of a span of instants", async () => {
    const ctx = await makeMerchant();
    const log = await makeLog(ctx, { lastAt: NOW });
    const at = NOW.toISOString();

    expect(await idsOf(ctx, { from: at, to: at })).toEqual([log]);
    expect(await idsOf(ctx, { to: minutesAgo(1).toISOString() })).toEqual([]);
    expect(await idsOf(ctx, { from: new Date(NOW.getTime() + 1).toISOString() })).toEqual([]);
  });

  it("begins and ends days in the merchant's zone", async () => {
    const ctx = await makeMerchant("Pacific/Auckland");
    // Half past midnight on 20 November there.
    const log = await makeLog(ctx, { lastAt: new Date("2026-11-19T11:30:00Z") });

    expect(await idsOf(ctx, { from: "2026-11-20", to: "2026-11-20" })).toEqual([log]);
    expect(await idsOf(ctx, { from: "2026-11-19", to: "2026-11-19" })).toEqual([]);
  });

  it("counts a range back from today, today included", async () => {
    const ctx = await makeMerchant();
    const first = await makeLog(ctx, { lastAt: new Date("2026-11-14T00:00:00Z") });
    await makeLog(ctx, { lastAt: new Date("2026-11-13T23:59:59.999Z") });

    expect(await idsOf(ctx, { range: "7d" })).toEqual([first]);
  });

  it("finds whole words in any case, all of them in one message", async () => {
    const ctx = await makeMerchant();
    const log = await makeLogSaying(ctx, "Where is my REFUND for the blue Teapot? Überweisung, наличные.");
    await makeLogSaying(ctx, "Refunds are for later.");

    expect(await idsOf(ctx, { search: "refund" })).toEqual([log]);
    expect(await idsOf(ctx, { search: "teapot REFUND" })).toEqual([log]);
    expect(await idsOf(ctx, { search: "überweisung" })).toEqual([log]);
    expect(await idsOf(ctx, { search: "Наличные" })).toEqual([log]);
    expect(await idsOf(ctx, { search: "tea" })).toEqual([]);
    expect(await idsOf(ctx, { search: "refund kettle" })).toEqual([]);
    expect(await idsOf(ctx, { search: "' OR 1=1; --" })).toEqual([]);
    expect(await idsOf(ctx, { search: "%" })).toEqual([]);
    expect(await idsOf(ctx, { search: "refund", module: "automation" })).toEqual([]);
  });

  it.each([
    ["see https://example.com/refund?order=7#now", ["refund", "EXAMPLE", "order 7", "example.com/refund"]],
    ["order-1234 for foo_bar, v1.2.3 at -5°", ["1234", "order-1234", "bar", "foo", "5", "v1 3"]],
    ["mail a.b@example.org &amp; <b>bold</b> <hidden>", ["example.org", "A.B@EXAMPLE.ORG", "bold", "hidden"]],
    ["“Über…morgen” — “ok”，好的。谢谢！", ["über", "MORGEN", "ok", "好的", "谢谢"]],
    ["great👍🏽nice ❤️love", ["nice", "great", "love"]],
    ["a\u00a0b\u200bc／d・e", ["a", "b", "c", "d", "e"]],
  ])("finds the words inside %j", async (content, searches) => {
    const ctx = await makeMerchant();
    const log = await makeLogSaying(ctx, content);
    for (const search of searches) expect([search, await idsOf(ctx, { search })]).toEqual([search, [log]]);
    expect(await idsOf(ctx, { search: "absent" })).toEqual([]);
  });

  it("finds a word that is everywhere, the newest logs first", async () => {
    const ctx = await makeMerchant();
    const other = await makeMerchant();
    const busy = await makeLog(ctx, { lastAt: minutesAgo(2) });
    await makeMessages(ctx, busy, Array(10_001).fill({ content: "Hello again" }));
    const newest = await makeLogSaying(ctx, "hello", { lastAt: minutesAgo(1), module: "ai_forms" });
    await makeLogSaying(ctx, "goodbye");

    expect(await idsOf(ctx, { search: "HELLO" })).toEqual([newest, busy]);
    expect(await idsOf(ctx, { search: "hello", module: "ai_forms" })).toEqual([newest]);
    expect(await idsOf(ctx, { search: "hello", limit: 1 })).toEqual([newest]);
    expect(await idsOf(other, { search: "hello" })).toEqual([]);
    expect(await countLogs(ctx, { search: "hello" })).toEqual({ count: 2, capped: false });
  });

  it("never shows, counts or finds another merchant's logs", async () => {
    const [ctx, other] = [await makeMerchant(), await makeMerchant()];
    await makeCustomer(other, "42");
    const theirs = await makeLogSaying(other, "marmalade");
    const page = await listLogs(other, { limit: 1 });

    expect(page.data.map((log) => log.id)).toEqual([theirs]);
    expect(await idsOf(ctx, {})).toEqual([]);
    expect(await idsOf(ctx, { search: "marmalade" })).toEqual([]);
    expect(await idsOf(ctx, { customer: "42" })).toEqual([]);
    expect(await countLogs(ctx)).toEqual({ count: 0, capped: false });
    expect(await countLogs(other, { search: "marmalade" })).toEqual({ count: 1, capped: false });
  });

  it("shows an actor bound to a store that store alone", async () => {
    const ctx = await makeMerchant();
    const main = await makeLog(ctx, { store: "main" });
    await makeLog(ctx, { store: "blog" });
    await makeLog(ctx);
    const bound = { ...ctx, storeId: "main" };

    expect(await idsOf(bound, {})).toEqual([main]);
    expect(await idsOf(bound, { store: "main" })).toEqual([main]);
    await expect(listLogs(bound, { store: "blog" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses who may not read usage", async () => {
    const ctx = await makeMerchant();
    await expect(listLogs({ ...ctx, permissions: new Set() })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses a range together with days of one's own", async () => {
    const ctx = await makeMerchant();
    const both = { range: "7d", from: "2026-11-20" } as const;
    await expect(listLogs(ctx, both)).rejects.toMatchObject({ code: "invalid_input" });
  });

  it.each(["nonsense", Buffer.from('["2026-01-01T00:00:00Z","x"]').toString("base64url")])(
    "refuses the cursor %j",
    async (cursor) => {
      const ctx = await makeMerchant();
      await expect(listLogs(ctx, { cursor })).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  it.each([
    { from: "yesterday" },
    { from: "0000-01-01" },
    { to: "0000-01-01T00:00:00Z" },
    { limit: 0 },
    { limit: 201 },
    { search: "a\u0000b" },
    { search: "x".repeat(10_000) },
    { from: "999999-01-01" },
    { failed: "yes" },
    { evidence: "guess" },
    { sort: "model" },
    { range: "8d" },
    { bots: "x" },
  ])("refuses %j", async (query) => {
    const ctx = await makeMerchant();
    await expect(listLogs(ctx, JSON.parse(JSON.stringify(query)))).rejects.toMatchObject({
      name: "ZodError",
    });
  });
});
