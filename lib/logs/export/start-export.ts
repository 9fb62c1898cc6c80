import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { fetchFileTask, startFileTask, type TaskKey } from "@/lib/tasks";
import { type ExportLogsInput, exportLogsInput } from "../schemas";
import { countExportableLogs, exportLogs, type LogExport } from "./export-logs";

const storedInput = z.record(z.string(), z.string());
const FILE = { kind: "log_export", permission: "usage:read" } as const;

/** Prepares an export that shows as a task how far it is, for `fetchExport` to read once. Throws as `exportLogs` does. */
export async function startExport(ctx: Ctx, input: ExportLogsInput): Promise<TaskKey> {
  requireCan(ctx, FILE.permission);
  exportLogsInput.parse(input);
  return startFileTask(ctx, { ...FILE, input, total: await countExportableLogs(ctx, input) });
}

/** The file of an export that was prepared, once. Throws `not_found` and `conflict` as `fetchFileTask` does. */
export async function fetchExport(ctx: Ctx, taskId: string, clock: () => Date): Promise<LogExport> {
  requireCan(ctx, FILE.permission);
  const open = (input: unknown) => exportLogs(ctx, storedInput.parse(input));
  return fetchFileTask(ctx, taskId, { ...FILE, open, clock });
}
