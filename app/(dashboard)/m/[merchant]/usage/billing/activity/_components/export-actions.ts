"use server";

import { getTask } from "@/lib/tasks";
import { countExportableEntries, startLedgerExport } from "@/lib/wallets";
import { defineAction } from "@/lib/web";
import { toTaskView } from "../../../_components/task-view";

/** Exactly how many entries an export would write. */
export const countEntriesAction = defineAction(countExportableEntries);

/** Prepares a file for the browser to fetch. */
export const startExportAction = defineAction(async (ctx, input: Parameters<typeof startLedgerExport>[1]) => {
  const task = await startLedgerExport(ctx, input);
  return toTaskView(await getTask(ctx, task.id));
});
