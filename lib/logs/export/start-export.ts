import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { followTask, getTask, startTask, type TaskKey } from "@/lib/tasks";
import { type ExportLogsInput, exportLogsInput } from "../schemas";
import { countExportableLogs, exportLogs, type LogExport } from "./export-logs";

const storedInput = z.record(z.string(), z.string());

/**
 * Prepares an export that shows as a task how far it is, for `fetchExport` to read once. Nothing is written yet.
 * Throws as `exportLogs` does.
 */
export async function startExport(ctx: Ctx, input: ExportLogsInput): Promise<TaskKey> {
  requireCan(ctx, "usage:read");
  exportLogsInput.parse(input);
  const total = await countExportableLogs(ctx, input);
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return startTask(ctx, {
    kind: "log_export",
    permission: "usage:read",
    input: storedInput.parse(Object.fromEntries(given)),
    total,
    queue: false,
  });
}

/**
 * The file of an export that was prepared, once. Its task follows the reader; stopping it breaks the file off.
 * Throws `not_found` for a task that is no export of this merchant, and `conflict` for one that was fetched.
 */
export async function fetchExport(ctx: Ctx, taskId: string, clock: () => Date): Promise<LogExport> {
  requireCan(ctx, "usage:read");
  const task = await getTask(ctx, taskId);
  if (task.kind !== "log_export") throw new AppError("not_found", "There is no export with this id.");
  const file = await exportLogs(ctx, storedInput.parse(task.input));
  const key = { merchantId: ctx.merchantId, id: task.id };
  return { ...file, pieces: followTask(key, file.pieces, clock) };
}
