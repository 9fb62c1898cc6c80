import { type Ctx, PERMISSIONS, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { getTask } from "./get-task";
import { endTask, type Task } from "./tasks.repo";

/**
 * Stops a task: what it has done stays done, and it takes no further step. Needs what starting it needed. A task that
 * is over already stays as it is.
 *
 * Throws `not_found` for an id that is unknown or another merchant's.
 */
export async function stopTask(ctx: Ctx, id: string): Promise<Task> {
  const task = await getTask(ctx, id);
  const permission = PERMISSIONS.find((each) => each === task.permission);
  if (!permission) throw new AppError("forbidden", "Nobody may stop this task.");
  requireCan(ctx, permission);

  return withTx(ctx, async (tx) => {
    const key = { merchantId: ctx.merchantId, id: task.id };
    const stopped = await endTask(sqlOf(tx), key, { state: "stopped", now: ctx.now, error: null });
    if (!stopped) return getTask({ ...ctx, tx }, id);
    await recordAudit(tx, ctx, {
      action: `${task.kind}.stop`,
      entity: "task",
      entityId: task.id,
      details: { done: Number(stopped.done) },
    });
    return stopped;
  });
}
