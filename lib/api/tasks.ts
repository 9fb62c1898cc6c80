import { getTask, listTasks, stopTask, taskJson } from "@/lib/tasks";
import { listTasksInput } from "@/lib/tasks/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { task } from "./shapes/tasks";

const ONE_TASK = { path: "/tasks/{id}", tag: "Tasks", params: byId, query: NO_QUERY, body: NO_BODY } as const;

export const taskEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/tasks",
      operationId: "listTasks",
      tag: "Tasks",
      summary: "List long work: deletions, exports, imports, retention.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(listTasksInput),
      body: NO_BODY,
      answers: { 200: { means: "Tasks, newest first.", schema: pageShape(task) } },
    },
    async ({ ctx, query }) => {
      const page = await listTasks(ctx, query);
      return json(200, { data: page.data.map(taskJson), nextCursor: page.nextCursor });
    },
  ),
  endpoint(
    {
      ...ONE_TASK,
      method: "get",
      operationId: "getTask",
      summary: "Show how far a task is.",
      permission: "usage:read",
      answers: { 200: { means: "The task.", schema: task } },
    },
    async ({ ctx, params }) => json(200, taskJson(await getTask(ctx, params.id))),
  ),
  endpoint(
    {
      ...ONE_TASK,
      method: "delete",
      operationId: "stopTask",
      summary: "Stop a task.",
      description: "What it has done stays done. One that is over stays as it is.",
      permission: "settings:write",
      answers: { 200: { means: "The task as it now stands.", schema: task } },
    },
    async ({ ctx, params }) => json(200, taskJson(await stopTask(ctx, params.id))),
  ),
];
