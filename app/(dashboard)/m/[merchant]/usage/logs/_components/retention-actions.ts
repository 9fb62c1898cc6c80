"use server";

import { getLogRetention, previewLogRetention, pruneLogs, setLogRetention } from "@/lib/logs";
import { getTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";
import { toTaskView } from "../../_components/task-view";

export const retentionAction = defineAction((ctx) => getLogRetention(ctx));

/** What these periods would prune now; nothing is pruned. */
export const previewRetentionAction = defineAction(previewLogRetention);

export const setRetentionAction = defineAction(setLogRetention);

export const pruneAction = defineAction(async (ctx) => {
  const task = await pruneLogs(ctx);
  return toTaskView(await getTask(ctx, task.id));
});
