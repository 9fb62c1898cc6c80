import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import {
  countLogs,
  ensureLogPartitions,
  getLogRetention,
  listLogs,
  previewLogRetention,
  pruneLogs,
  setLogRetention,
  startDuePrunings,
  takePruningStep,
} from "@/lib/logs";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { later, using } from "@/lib/metering/testing";
import { getTask, listTasks, runTask } from "@/lib/tasks";
import { verifyWallets } from "@/lib/wallets";

const STEPS = { log_retention: takePruningStep };
const DAY = 86_400;

/** A log with one message, so many days before `ctx.now`. */
async function makeOldLog(ctx: Ctx, days: number): Promise<string> {
  const at = new Date(ctx.now.getTime() - days * DAY * 1_000);
  const [id, { merchantId }] = [newId(at), ctx];
  const model = { module: "chatbot", provider: "openai", model: "gpt-4o" };
  const figures = { requestCount: 1, messageCount: 1, tokens: 5n, costMicros: 1_000_000n };
  await prisma.log.create({
    data: { merchantId, id, ...model, ...figures, preview: `said ${days}`, firstAt: at, lastAt: at },
  });
  const message = { role: "user", content: `said ${days}`, at, eventId: `e-${days}` };
  await prisma.logMessage.create({ data: { merchantId, logId: id, id: newId(at), ...message } });
  return id;
}

async function prune(ctx: Ctx) {
  const task = await pruneLogs(ctx, { queue: false });
  const clock = () => ctx.now;
  expect(await runTask(task, { steps: STEPS, clock, millis: 60_000 })).toBe("over");
  return getTask(ctx, task.id);
}

const previews = async (ctx: Ctx) => (await listLogs(ctx, { limit: 50 })).data.map((log) => log.preview);
const contents = (ctx: Ctx) => prisma.logMessage.count({ where: { merchantId: ctx.merchantId } });

describe("retention", () => {
  it("prunes contents and logs by their own clocks, as its dry run said", async () => {
    const { ctx } = await makeMerchant();
    for (const days of [0, 5, 20, 40]) await makeOldLog(ctx, days);
    const wish = { contents: "3d", logs: "30d" } as const;

    const preview = await previewLogRetention(ctx, wish);
    expect(preview).toMatchObject({ contents: 2, logs: 1 });
    expect(await previews(ctx)).toHaveLength(4);
    await setLogRetention(ctx, wish);
    const task = await prune(ctx);

    expect(task).toMatchObject({
      state: "done",
      done: 3n,
      total: 3n,
      result: { contents: 2, logs: 1, months: 0 },
    });
    expect(await previews(ctx)).toEqual(["said 0", "", ""]);
    expect(await contents(ctx)).toBe(1);
    const { data } = await listLogs(ctx);
    expect(data.map((log) => [log.contentsPrunedAt !== null, log.tokens])).toEqual([
      [false, 5n],
      [true, 5n],
      [true, 5n],
    ]);
    expect(await prune(ctx)).toMatchObject({ done: 0n });
  });

  it("leaves ledger, usage and the proof as they were", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, { conversation: { id: "c", messages: [{ role: "user", content: "hello" }] } });
    const soon = later(ctx, 10 * DAY);
    const proof = await verifyWallets(soon);
    await setLogRetention(soon, { contents: null, logs: "7d" });

    await prune(soon);

    const { merchantId } = ctx;
    expect((await countLogs(soon)).count).toBe(0);
    expect(await prisma.usageEvent.count({ where: { merchantId } })).toBe(1);
    expect(await prisma.usageDay.count({ where: { merchantId } })).toBe(1);
    expect(await verifyWallets(soon)).toEqual(proof);
  });

  it("prunes again what was written after it was pruned", async () => {
    const { ctx } = await makeMerchant();
    const talk = { conversation: { id: "c", messages: [{ role: "user", content: "hello" }] } };
    await using(ctx, talk);
    const soon = later(ctx, 10 * DAY);
    await setLogRetention(soon, { contents: "7d", logs: null });
    await prune(soon);
    await using(later(soon, 60), talk);
    expect(await contents(ctx)).toBe(1);

    await prune(later(soon, 10 * DAY));

    expect(await contents(ctx)).toBe(0);
  });

  it("tells its schedule, its next run and how the last one went", async () => {
    const { ctx } = await makeMerchant({ now: new Date("2026-11-20T12:00:00Z"), timeZone: "Europe/Berlin" });
    expect(await getLogRetention(ctx)).toMatchObject({
      contents: null,
      logs: null,
      nextRunAt: null,
      lastRun: null,
    });

    await makeOldLog(ctx, 40);
    const set = await setLogRetention(ctx, { contents: null, logs: "30d" });
    expect(set).toMatchObject({
      logs: "30d",
      schedule: { hour: 3, timeZone: "Europe/Berlin" },
      nextRunAt: new Date("2026-11-21T02:00:00Z"),
    });
    await prune(ctx);

    expect((await getLogRetention(ctx)).lastRun).toMatchObject({ state: "done", logs: 1, durationMillis: 0 });
    expect((await setLogRetention(ctx, { contents: null, logs: null })).nextRunAt).toBeNull();
    await expect(pruneLogs(ctx)).rejects.toMatchObject({ code: "conflict" });
  });

  it("begins by itself once its time has come, once, also when that was long ago", async () => {
    const { ctx } = await makeMerchant({ now: new Date("2026-11-20T12:00:00Z") });
    await setLogRetention(ctx, { contents: "1d", logs: null });
    const begun = async () => (await listTasks(ctx, { kind: "log_retention" })).data.length;

    await startDuePrunings(new Date("2026-11-21T02:59:59Z"));
    expect(await begun()).toBe(0);
    const late = new Date("2026-11-25T10:00:00Z");
    await Promise.all([startDuePrunings(late), startDuePrunings(late)]);

    expect(await begun()).toBe(1);
    expect((await getLogRetention(ctx)).nextRunAt).toEqual(new Date("2026-11-26T03:00:00Z"));
  });

  it("takes a whole month at one stroke, but never one of which somebody keeps anything", async () => {
    const now = new Date("2027-11-20T12:00:00Z");
    const [one, two] = [await makeMerchant({ now }), await makeMerchant({ now })];
    await ensureLogPartitions(new Date("2027-06-15T12:00:00Z"));
    for (const days of [160, 170, 200]) await makeOldLog(one.ctx, days);
    await makeOldLog(two.ctx, 170);
    const there = async (month: string) =>
      (await prisma.$queryRaw<object[]>`SELECT 1 WHERE to_regclass(${`logs_${month}`}) IS NOT NULL`).length >
      0;
    await setLogRetention(one.ctx, { contents: null, logs: "90d" });

    expect(await prune(one.ctx)).toMatchObject({ result: { logs: 3 } });
    expect([await there("2027_06"), await there("2027_05")]).toEqual([true, false]);
    expect(await previews(two.ctx)).toEqual(["said 170"]);

    await setLogRetention(two.ctx, { contents: "30d", logs: null });
    expect(await prune(two.ctx)).toMatchObject({ result: { contents: 1, logs: 0 } });
    expect(await there("2027_06")).toBe(true);

    await setLogRetention(two.ctx, { contents: null, logs: "1d" });
    expect(await prune(two.ctx)).toMatchObject({ done: 1n, result: { logs: 1 } });
    expect(await there("2027_06")).toBe(false);
  });

  it("waits for no request, and a month in use stays", async () => {
    const now = new Date("2027-11-20T12:00:00Z");
    const { ctx } = await makeMerchant({ now });
    await ensureLogPartitions(new Date("2027-06-15T12:00:00Z"));
    const id = await makeOldLog(ctx, 170);
    await makeOldLog(ctx, 171);
    await setLogRetention(ctx, { contents: null, logs: "30d" });
    const task = await pruneLogs(ctx, { queue: false });
    const piece = () => runTask(task, { steps: STEPS, clock: () => now, millis: 0 });

    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS one FROM logs WHERE id = ${id}::uuid FOR UPDATE`;
      await piece();
      await piece();
      expect(await previews(ctx)).toEqual(["said 170"]);
    });
  });

  it("is read by everyone and set by owners and admins", async () => {
    const { merchantId } = await makeMerchant();
    const analyst = makeCtx(merchantId, { role: "analyst" });
    const off = { contents: null, logs: null };

    expect(await getLogRetention(analyst)).toMatchObject(off);
    await expect(setLogRetention(analyst, off)).rejects.toMatchObject({ code: "forbidden" });
    await expect(pruneLogs(analyst)).rejects.toMatchObject({ code: "forbidden" });
  });
});
