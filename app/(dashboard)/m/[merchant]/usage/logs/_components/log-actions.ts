"use server";

import { countDeletableLogs, countExportableLogs, deleteLog, deleteLogs, startExport } from "@/lib/logs";
import type { DeleteLogsInput, ExportLogsInput } from "@/lib/logs/schemas";
import { getTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";
import { toTaskView } from "../../_components/task-view";

/** Exactly how many logs a deletion would take. */
export const countDeletableAction = defineAction(countDeletableLogs);

/** Begins a deletion in the background and says how far it is. */
export const deleteLogsAction = defineAction(async (ctx, input: DeleteLogsInput) => {
  const { task } = await deleteLogs(ctx, input);
  return toTaskView(await getTask(ctx, task.id));
});

export const deleteLogAction = defineAction(deleteLog);

/** Exactly how many logs an export would write. */
export const countExportableAction = defineAction(countExportableLogs);

/** Prepares a file for the browser to fetch. */
export const startExportAction = defineAction(async (ctx, input: ExportLogsInput) => {
  const task = await startExport(ctx, input);
  return toTaskView(await getTask(ctx, task.id));
});
