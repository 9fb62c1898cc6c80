import { type Ctx, type Permission, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { prisma, type Sql, sqlOf, withTx } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";
import { newId } from "@/lib/kernel/ids";
import type { TaskJson } from "./core/task";
import type { TaskKind } from "./schemas";
import { insertTask, type TaskKey } from "./tasks.repo";

/** The name of the job that works on a task. */
export const RUN_TASK = "run_task";

type TaskStart = {
  readonly kind: TaskKind;
  /** What starting it needs; stopping it will need the same. */
  readonly permission: Permission;
  readonly input: TaskJson;
  /** How many things there are to do, as far as anybody counted. */
  readonly total: number | null;
  /** Whether a worker takes it up; if not, whoever starts it does its work. */
  readonly queue: boolean;
};

/** Begins a task and leaves in the audit trail who did. A worker hears of it once the transaction has committed. */
export async function startTask(ctx: Ctx, task: TaskStart): Promise<TaskKey> {
  requireCan(ctx, task.permission);
  if (task.queue) await prepareJobs();
  const key = { merchantId: ctx.merchantId, id: newId(ctx.now) };

  return withTx(ctx, async (tx) => {
    const { kind, permission, input, total } = task;
    const row = { ...key, kind, permission, input, total, actor: ctx.actor, at: ctx.now };
    await insertTask(sqlOf(tx), { ...row, state: "queued" });
    await recordAudit(tx, ctx, {
      action: `${kind}.start`,
      entity: "task",
      entityId: key.id,
      details: { input, total },
    });
    if (task.queue) await queueTask(sqlOf(tx), key);
    return key;
  });
}

/** Asks a worker to go on with a task. */
export async function resumeTask(key: TaskKey): Promise<void> {
  await prepareJobs();
  await queueTask(sqlOf(prisma), key);
}

async function queueTask(sql: Sql, { merchantId, id }: TaskKey): Promise<void> {
  await addJob(sql, { name: RUN_TASK, payload: { merchantId, id }, key: `task:${id}` });
}
