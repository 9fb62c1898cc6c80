import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { prisma, sqlOf, type Tx, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/observe";
import type { TaskStep } from "./core/task";
import type { TaskKind } from "./schemas";
import { resumeTask } from "./start-task";
import {
  claimTask,
  type HeldTask,
  holdTask,
  type Lease,
  noteFailure,
  releaseTask,
  saveStep,
} from "./task-leases.repo";
import { endTask, type TaskKey } from "./tasks.repo";

/** One step: what the task is about, where it stands, and the transaction in which the step is done and noted. */
export type TaskWork = {
  readonly merchantId: string;
  readonly taskId: string;
  readonly tx: Tx;
  readonly now: Date;
  readonly actor: Actor;
  readonly input: unknown;
  readonly place: unknown;
  readonly done: number;
  readonly total: number | null;
  readonly result: unknown;
};

/** How each kind of task takes a step. A step is short: others wait for what it locks. */
export type TaskSteps = Readonly<Partial<Record<TaskKind, (work: TaskWork) => Promise<TaskStep>>>>;

export type Running = {
  readonly steps: TaskSteps;
  readonly clock: () => Date;
  /** For how long; then it is somebody else's turn. */
  readonly millis: number;
};

/** A lease that was not renewed for so long is free: whoever held it is gone. */
export const LEASE_MILLIS = 60_000;
/** So many steps in a row may fail before the task does. */
const MOST_FAILURES = 5;

const keyShape = z.object({ merchantId: z.uuid(), id: z.uuid() });

/** Reads the key of a task from the payload of its job. */
export function taskOfJob(payload: unknown): TaskKey {
  return keyShape.parse(payload);
}

/**
 * Works on a task for some time, step by step, each in a transaction that also notes how far it came: a process that
 * dies loses the step it was in and nothing else, and a stopped task takes no further step. Says whether it is over;
 * what is not over is given back, for `resumeTask` to ask for its next piece.
 *
 * A step that throws an `AppError` fails the task with its words; other failures are thrown on, to be tried again.
 */
export async function runTask(key: TaskKey, running: Running): Promise<"over" | "more"> {
  const lease: Lease = { ...key, lease: randomUUID() };
  const begun = running.clock();
  const silentSince = new Date(begun.getTime() - LEASE_MILLIS);
  if (!(await claimTask(sqlOf(prisma), lease, { now: begun, silentSince }))) return "over";

  const until = begun.getTime() + running.millis;
  try {
    for (let over = false; !over;) {
      over = await takeStep(lease, running);
      if (over) return "over";
      if (running.clock().getTime() >= until) break;
    }
  } catch (error) {
    return endBadly(lease, { error, now: running.clock() });
  }
  return (await releaseTask(sqlOf(prisma), lease)) ? "more" : "over";
}

/** As a job: works on the task for a while, and asks for the next piece itself. */
export async function runTaskJob(key: TaskKey, running: Running): Promise<void> {
  if ((await runTask(key, running)) === "more") await resumeTask(key);
}

/** One step and its note in one transaction; true when the task is over. */
async function takeStep(lease: Lease, { steps, clock }: Running): Promise<boolean> {
  return withTx({}, async (tx) => {
    const now = clock();
    const held = await holdTask(sqlOf(tx), lease);
    if (!held) return true;
    const step = await stepOf(held, steps)({ ...workOf(held), ...lease, taskId: lease.id, tx, now });
    await saveStep(sqlOf(tx), lease, { step, now });
    if (step.finished) {
      const { merchantId, id: entityId } = lease;
      await recordAudit(
        tx,
        { merchantId, actor: held.actor, now },
        {
          action: `${held.kind}.finish`,
          entity: "task",
          entityId,
          details: { done: Number(held.done) + step.done, result: step.result ?? null },
        },
      );
    }
    return step.finished;
  });
}

function stepOf({ kind }: HeldTask, steps: TaskSteps) {
  const step = steps[kind];
  if (!step) throw new Error(`Nobody here knows how to do a task of kind "${kind}".`);
  return step;
}

function workOf({ input, place, done, total, result, actor }: HeldTask) {
  return { input, place, done: Number(done), total: total === null ? null : Number(total), result, actor };
}

async function endBadly(lease: Lease, { error, now }: { error: unknown; now: Date }): Promise<"over"> {
  const sql = sqlOf(prisma);
  if (error instanceof AppError) {
    await endTask(sql, lease, { state: "failed", now, error: error.message });
    return "over";
  }
  const message = "Something went wrong on our side. What was done before stays done.";
  const over = await noteFailure(sql, lease, { message, most: MOST_FAILURES, now });
  if (!over) throw error;
  log.error(error);
  return "over";
}
