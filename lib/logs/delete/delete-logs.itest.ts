import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { countLogs, deleteLog, deleteLogs, getActivity, listLogs, takeDeletionStep } from "@/lib/logs";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { later, using } from "@/lib/metering/testing";
import { getTask, runTask, stopTask } from "@/lib/tasks";
import { verifyWallets } from "@/lib/wallets";
import { makeLogSaying, makeMessages } from "../testing";

const STEPS = { log_deletion: takeDeletionStep };
const clock = () => new Date();

async function deleteNow(ctx: Ctx, input: Parameters<typeof deleteLogs>[1]): Promise<number> {
  const { task } = await deleteLogs(ctx, input, { queue: false });
  expect(await runTask(task, { steps: STEPS, clock, millis: 60_000 })).toBe("over");
  const { state, done } = await getTask(ctx, task.id);
  expect(state).toBe("done");
  return Number(done);
}

const saying = (content: string, over: Record<string, unknown> = {}) => ({
  conversation: { id: `c-${content}`, messages: [{ role: "user", content }] },
  ...over,
});

describe("deleting logs that match", () => {
  it("takes the logs and what was said, and leaves every figure as it was", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, saying("one", { bot: "support" }));
    await using(ctx, saying("two", { bot: "support" }));
    await using(ctx, saying("three"));
    const now = later(ctx, 60);
    const before = await getActivity(now, { range: "7d" });
    const proof = await verifyWallets(now);

    expect(await deleteNow(now, { bot: "support" })).toBe(2);

    expect((await listLogs(now)).data.map((log) => log.preview)).toEqual(["three"]);
    const { merchantId } = ctx;
    expect(await prisma.logMessage.count({ where: { merchantId } })).toBe(1);
    expect(await prisma.usageEvent.count({ where: { merchantId } })).toBe(3);
    expect(await prisma.ledgerEntry.count({ where: { merchantId } })).toBe(3);
    expect(await getActivity(now, { range: "7d" })).toEqual(before);
    expect(await verifyWallets(now)).toEqual(proof);
  });

  it("is about every log only when that is said", async () => {
    const { ctx } = await makeMerchant();
    await makeLogSaying(ctx, "hello");

    await expect(deleteLogs(ctx, {})).rejects.toMatchObject({ code: "invalid_input" });
    await expect(deleteLogs(ctx, { search: undefined })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(deleteLogs(ctx, { all: "false" })).rejects.toMatchObject({ code: "invalid_input" });
    expect((await countLogs(ctx)).count).toBe(1);
    expect(await deleteNow(later(ctx, 1), { all: "true" })).toBe(1);
  });

  it("leaves what is made after it was asked for", async () => {
    const { ctx } = await makeMerchant();
    await makeLogSaying(ctx, "old");
    const { task, total } = await deleteLogs(ctx, { all: "true" }, { queue: false });
    await makeLogSaying(ctx, "new", { id: newId(new Date(ctx.now.getTime() + 5)) });

    await runTask(task, { steps: STEPS, clock, millis: 60_000 });

    expect(total).toBe(1);
    expect((await listLogs(ctx)).data.map((log) => log.preview)).toEqual(["new"]);
  });

  it("is done in pieces that go on where the one before ended, and stops when it is told to", async () => {
    const { ctx } = await makeMerchant();
    for (const word of ["a", "b", "c"]) {
      const id = await makeLogSaying(ctx, word, { messageCount: 3_000 });
      await makeMessages(ctx, id, [{ content: word }]);
    }
    const { task } = await deleteLogs(later(ctx, 1), { all: "true" }, { queue: false });
    const piece = () => runTask(task, { steps: STEPS, clock, millis: 0 });

    expect(await piece()).toBe("more");
    expect(await getTask(ctx, task.id)).toMatchObject({ state: "running", done: 1n, total: 3n });
    expect(await piece()).toBe("more");
    await stopTask(ctx, task.id);

    expect(await piece()).toBe("over");
    expect(await getTask(ctx, task.id)).toMatchObject({ state: "stopped", done: 2n });
    expect((await countLogs(ctx)).count).toBe(1);
  });

  it("waits for no request: what one is writing to goes afterwards", async () => {
    const { ctx } = await makeMerchant();
    const id = await makeLogSaying(ctx, "busy");
    await makeLogSaying(ctx, "idle");
    const { task } = await deleteLogs(later(ctx, 1), { all: "true" }, { queue: false });
    const piece = () => runTask(task, { steps: STEPS, clock, millis: 0 });

    await prisma.$transaction(async (tx) => {
      await tx.log.update({
        where: { merchantId_id: { merchantId: ctx.merchantId, id } },
        data: { preview: "busier" },
      });
      await piece();
      await piece();
      expect(await getTask(ctx, task.id)).toMatchObject({ state: "running", done: 1n });
    });

    await runTask(task, { steps: STEPS, clock, millis: 60_000 });
    expect(await getTask(ctx, task.id)).toMatchObject({ state: "done", done: 2n });
  });

  it("by id takes those and no others, nor another merchant's", async () => {
    const [one, two] = [await makeMerchant(), await makeMerchant()];
    const [mine, kept] = [await makeLogSaying(one.ctx, "mine"), await makeLogSaying(one.ctx, "kept")];
    const theirs = await makeLogSaying(two.ctx, "theirs");

    expect(await deleteNow(later(one.ctx, 1), { ids: [mine, theirs] })).toBe(1);

    expect((await listLogs(one.ctx)).data.map((log) => log.id)).toEqual([kept]);
    expect((await countLogs(two.ctx)).count).toBe(1);
    const { task } = await deleteLogs(one.ctx, { ids: [kept] }, { queue: false });
    await expect(getTask(two.ctx, task.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(stopTask(two.ctx, task.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is an owner's or admin's", async () => {
    const { merchantId } = await makeMerchant();
    for (const role of ["analyst", "support"] as const) {
      await expect(deleteLogs(makeCtx(merchantId, { role }), { all: "true" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("deleting one log", () => {
  it("takes it with its messages; its conversation goes on in a new log", async () => {
    const { ctx } = await makeMerchant();
    const { logId = "" } = await using(ctx, saying("one"));

    await deleteLog(ctx, logId);

    expect((await countLogs(ctx)).count).toBe(0);
    expect(await prisma.logMessage.count({ where: { merchantId: ctx.merchantId } })).toBe(0);
    const again = await using(ctx, saying("one"));
    expect(again.logId).not.toBe(logId);
    expect((await listLogs(ctx)).data).toMatchObject([{ requestCount: 1, messageCount: 1 }]);
  });

  it("knows no unknown id, no text that is none, and nobody else's", async () => {
    const [one, two] = [await makeMerchant(), await makeMerchant()];
    const theirs = await makeLogSaying(two.ctx, "theirs");

    for (const id of [newId(new Date()), "nothing", theirs]) {
      await expect(deleteLog(one.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await countLogs(two.ctx)).count).toBe(1);
  });

  it("never loses a request that writes to it at the same moment", async () => {
    const { ctx } = await makeMerchant();
    const { logId = "" } = await using(ctx, saying("one"));
    const { merchantId } = ctx;

    let request: Promise<unknown> | undefined;
    await prisma.$transaction(async (tx) => {
      await tx.logMessage.deleteMany({ where: { merchantId, logId } });
      await tx.log.deleteMany({ where: { merchantId, id: logId } });
      request = using(ctx, saying("one"));
      await waitingForLock();
    });
    await request;

    expect((await listLogs(ctx)).data).toMatchObject([{ id: logId, requestCount: 1, messageCount: 1 }]);
    expect(await prisma.logMessage.count({ where: { merchantId } })).toBe(1);
  });
});

/** Until some session of this database waits for another's row. */
async function waitingForLock(): Promise<void> {
  await expect
    .poll(async () => {
      const [row] = await prisma.$queryRaw<{ waiting: bigint }[]>`
        SELECT count(*) AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return Number(row?.waiting ?? 0n);
    })
    .toBeGreaterThan(0);
}
