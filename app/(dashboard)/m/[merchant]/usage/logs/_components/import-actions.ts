"use server";

import { addImportRows, completeImport, startImport } from "@/lib/imports";
import type { CompleteImportInput, StartImportInput } from "@/lib/imports/schemas";
import { getTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";
import { toTaskView } from "../../_components/task-view";

export const startImportAction = defineAction(async (ctx, input: StartImportInput) => {
  const { id } = await startImport(ctx, input);
  return id;
});

export const addImportRowsAction = defineAction(addImportRows);

/** All rows are there: a worker takes the import up. */
export const completeImportAction = defineAction(async (ctx, input: CompleteImportInput) => {
  await completeImport(ctx, input);
  return toTaskView(await getTask(ctx, input.task));
});
