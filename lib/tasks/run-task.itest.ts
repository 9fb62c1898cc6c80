import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { getTask, resumeTasks, runTask, startTask, stopTask, type TaskSteps } from "@/lib/tasks";

const NOW = new Date("2026-11-20T12:00:00Z");
const clock = () => NOW;
const start = async () => {
  const { ctx } = await makeMerchant({ now: NOW });
  const wish = {
    kind: "log_deletion",
    permission: "logs:delete",
    input: {},
    total: 3,
    queue: false,
  } as const;
  return { ctx, key: await startTask(ctx, wish) };
};

/** Counts to three. */
const counting: TaskSteps = {
  log_deletion: async ({ done }) => ({
    place: done + 1,
    done: 1,
    finished: done === 2,
    result: { done: done + 1 },
  }),
};

describe("a task", () => {
  it("goes step by step to its end, and leaves its start and end in the audit trail", async () => {
    const { ctx, key } = await start();

    expect(await runTask(key, { steps: counting, clock, millis: 1 })).toBe("over");

    expect(await getTask(ctx, key.id)).toMatchObject({
      state: "done",
      done: 3n,
      result: { done: 3 },
      startedAt: NOW,
    });
    const trail = await prisma.auditEvent.findMany({
      where: { merchantId: ctx.merchantId, entityId: key.id },
    });
    expect(trail.map((event) => event.action).sort()).toEqual(["log_deletion.finish", "log_deletion.start"]);
  });

  it("is worked on by one at a time", async () => {
    const { ctx, key } = await start();
    const runs = Array.from({ length: 5 }, () => runTask(key, { steps: counting, clock, millis: 60_000 }));

    await Promise.all(runs);

    expect(await getTask(ctx, key.id)).toMatchObject({ state: "done", done: 3n });
  });

  it("that cannot be done says why, and keeps what it did", async () => {
    const { ctx, key } = await start();
    const steps: TaskSteps = {
      log_deletion: async ({ done }) => {
        if (done === 1) throw new AppError("conflict", "There is no more.");
        return { place: null, done: 1, finished: false };
      },
    };

    expect(await runTask(key, { steps, clock, millis: 60_000 })).toBe("over");

    expect(await getTask(ctx, key.id)).toMatchObject({
      state: "failed",
      done: 1n,
      error: "There is no more.",
    });
  });

  it("tries again what broke, takes nothing back, and gives up after five times in a row", async () => {
    const { ctx, key } = await start();
    const steps: TaskSteps = {
      log_deletion: async ({ tx, merchantId }) => {
        await tx.merchant.update({ where: { id: merchantId }, data: { name: "half done" } });
        throw new Error("The network is away.");
      },
    };
    const run = () => runTask(key, { steps, clock, millis: 60_000 });

    for (let attempt = 1; attempt < 5; attempt++) await expect(run()).rejects.toThrow("The network is away.");
    expect((await getTask(ctx, key.id)).state).toBe("running");
    expect(await run()).toBe("over");

    expect(await getTask(ctx, key.id)).toMatchObject({
      state: "failed",
      error: expect.stringContaining("our side"),
    });
    expect((await prisma.merchant.findUniqueOrThrow({ where: { id: ctx.merchantId } })).name).not.toBe(
      "half done",
    );
  });

  it("that nobody does any more has failed; one that a worker does is taken up", async () => {
    const [lost, left] = [await start(), await start()];
    const where = (key: { merchantId: string; id: string }) => ({ where: { merchantId_id: key } });
    await prisma.task.update({ ...where(lost.key), data: { kind: "log_export" } });
    const later = new Date(NOW.getTime() + 61_000);

    expect(await resumeTasks(later, counting)).toBe(1);

    expect((await getTask(lost.ctx, lost.key.id)).state).toBe("failed");
    expect((await getTask(left.ctx, left.key.id)).state).toBe("queued");
  });

  it("is stopped by those who may start it, once", async () => {
    const { ctx, key } = await start();
    const support = makeCtx(ctx.merchantId, { role: "support" });

    await expect(stopTask(support, key.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stopTask(ctx, key.id)).toMatchObject({ state: "stopped" });
    expect(await runTask(key, { steps: counting, clock, millis: 1 })).toBe("over");
    expect(await stopTask(ctx, key.id)).toMatchObject({ state: "stopped", done: 0n });
  });
});
