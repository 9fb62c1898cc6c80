import { z } from "@hono/zod-openapi";
import { deleteLog, deleteLogs, takeDeletionStep } from "@/lib/logs";
import { deleteLogsInput } from "@/lib/logs/schemas";
import { getTask, resumeTask, runTask, taskJson } from "@/lib/tasks";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { task as taskShape } from "./shapes/tasks";

/** What is not done by then is done in the background. */
const SYNCHRONOUS_MILLIS = 2_500;

const STEPS = { log_deletion: takeDeletionStep };
const deleted = z.strictObject({ deleted: z.int().min(0) });

export const logDeletionEndpoints = [
  endpoint(
    {
      method: "delete",
      path: "/logs",
      operationId: "deleteLogs",
      tag: "Activity and logs",
      summary: "Delete the logs that match.",
      description:
        "The filters are those of the list; without any, `all=true` says that every log is meant. Messages and logs go; " +
        "ledger, usage, totals and the proof stay. What is made after the request stays too. A few thousand logs are " +
        "gone when this answers 200; more go in the background, as the task that 202 names, which can be stopped.",
      permission: "logs:delete",
      params: NO_PARAMS,
      query: checked(deleteLogsInput.omit({ ids: true })),
      body: NO_BODY,
      answers: {
        200: { means: "They are gone; how many there were.", schema: deleted },
        202: { means: "The task that deletes them.", schema: taskShape },
      },
    },
    async ({ ctx, query }) => {
      const { task } = await deleteLogs(ctx, query, { queue: false });
      const clock = () => new Date();
      const state = await runTask(task, { steps: STEPS, clock, millis: SYNCHRONOUS_MILLIS });
      const after = await getTask(ctx, task.id);
      if (state === "over") return json(200, { deleted: Number(after.done) });
      await resumeTask(task);
      return json(202, taskJson(after));
    },
  ),
  endpoint(
    {
      method: "delete",
      path: "/logs/{id}",
      operationId: "deleteLog",
      tag: "Activity and logs",
      summary: "Delete a log with its messages.",
      description: "What it cost stays in the ledger and in totals.",
      permission: "logs:delete",
      params: byId,
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 204: { means: "It is gone." } },
    },
    async ({ ctx, params }) => {
      await deleteLog(ctx, params.id);
      return NO_CONTENT;
    },
  ),
];
