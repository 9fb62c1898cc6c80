import { z } from "zod";
import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { getTask, type Task } from "@/lib/tasks";
import { mappingShape } from "./schemas";

/** What an import keeps of what was asked. */
export const importInput = z.object({
  fileName: z.string(),
  header: z.array(z.string()),
  mapping: mappingShape,
});

/** An import of this merchant. Throws `not_found` for what is none. */
export async function requireImport(member: Ctx, id: string): Promise<Task> {
  const task = await getTask(member, id);
  if (task.kind !== "log_import") throw new AppError("not_found", "There is no import with this id.");
  return task;
}
