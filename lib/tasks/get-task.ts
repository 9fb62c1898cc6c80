import { type Ctx, PERMISSIONS, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { findTask, type Task } from "./tasks.repo";

/**
 * One task as it stands, for who may read usage or may do what the task does. Throws `not_found` for an id that is
 * unknown or another merchant's.
 */
export async function getTask(ctx: Ctx, id: string): Promise<Task> {
  const task = isId(id) ? await findTask(ctx, { merchantId: ctx.merchantId, id }) : null;
  if (!task) throw new AppError("not_found", "There is no task with this id.");
  requireCan(
    ctx,
    PERMISSIONS.find((each) => each === task.permission && ctx.permissions.has(each)) ?? "usage:read",
  );
  return task;
}
