import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { type ListTasksInput, listTasksInput } from "./schemas";
import { findTasks, type Task } from "./tasks.repo";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's tasks, newest first. Throws `invalid_input` for a cursor of another list. */
export async function listTasks(ctx: Ctx, input: ListTasksInput = {}): Promise<Page<Task>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, kind, unfinished } = listTasksInput.parse(input);
  const tasks = await findTasks(ctx, ctx.merchantId, {
    before: cursor === undefined ? null : decodeCursor(cursor, sortKey)[0],
    kind: kind ?? null,
    unfinished: unfinished ?? false,
    limit: limit + 1,
  });
  return pageOf(tasks, limit, (task) => [task.id]);
}
