"use server";

import { getTask, stopTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";
import { toTaskView } from "./task-view";

export const taskAction = defineAction(async (ctx, id: string) => toTaskView(await getTask(ctx, id)));

export const stopTaskAction = defineAction(async (ctx, id: string) => toTaskView(await stopTask(ctx, id)));
