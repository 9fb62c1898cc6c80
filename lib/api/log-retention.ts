import { z } from "@hono/zod-openapi";
import {
  getLogRetention,
  type LogRetention,
  previewLogRetention,
  pruneLogs,
  type PruningRun,
  setLogRetention,
} from "@/lib/logs";
import { logRetentionInput, RETENTION_PERIODS } from "@/lib/logs/schemas";
import { getTask, taskJson } from "@/lib/tasks";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { logRetention, retentionPreview } from "./shapes/retention";
import { task } from "./shapes/tasks";

const RETENTION = { path: "/log-retention", tag: "Activity and logs", params: NO_PARAMS } as const;

const period = z.enum(RETENTION_PERIODS).optional();
/** In a query, a period that is left out stands for "keep for ever". */
const previewQuery = z.strictObject({ contents: period, logs: period });

export const logRetentionEndpoints = [
  endpoint(
    {
      ...RETENTION,
      method: "get",
      operationId: "getLogRetention",
      summary: "Show how long logs are kept.",
      description: "With the schedule, the next run and how the last one went.",
      permission: "usage:read",
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 200: { means: "The retention.", schema: logRetention } },
    },
    async ({ ctx }) => json(200, retentionJson(await getLogRetention(ctx))),
  ),
  endpoint(
    {
      ...RETENTION,
      method: "put",
      operationId: "setLogRetention",
      summary: "Set how long logs are kept.",
      description:
        "Two clocks: `contents` for messages, payloads and previews, `logs` for the logs themselves; null keeps for ever. " +
        "Ledger, usage and totals are kept in any case. Nothing goes before the next run.",
      permission: "settings:write",
      query: NO_QUERY,
      body: checked(logRetentionInput),
      example: { contents: "30d", logs: "1y" },
      answers: { 200: { means: "The retention as it now stands.", schema: logRetention } },
    },
    async ({ ctx, body }) => json(200, retentionJson(await setLogRetention(ctx, body))),
  ),
  endpoint(
    {
      ...RETENTION,
      method: "get",
      path: "/log-retention/preview",
      operationId: "previewLogRetention",
      summary: "Count what retention would prune now.",
      description: "A dry run: nothing is pruned. A period that is left out keeps for ever.",
      permission: "usage:read",
      query: parsed(previewQuery),
      body: NO_BODY,
      answers: {
        200: { means: "How many logs would lose their contents, or go.", schema: retentionPreview },
      },
    },
    async ({ ctx, query: { contents = null, logs = null } }) => {
      const preview = await previewLogRetention(ctx, { contents, logs });
      return json(200, {
        contents: preview.contents,
        logs: preview.logs,
        contentsBefore: preview.contentsBefore?.toISOString() ?? null,
        logsBefore: preview.logsBefore?.toISOString() ?? null,
      });
    },
  ),
  endpoint(
    {
      ...RETENTION,
      method: "post",
      path: "/log-retention/runs",
      operationId: "pruneLogs",
      summary: "Prune old logs now, as retention says.",
      permission: "settings:write",
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 202: { means: "The task that prunes.", schema: task } },
      problems: ["conflict"],
    },
    async ({ ctx }) => json(202, taskJson(await getTask(ctx, (await pruneLogs(ctx)).id))),
  ),
];

function retentionJson({ nextRunAt, lastRun, running, ...rest }: LogRetention) {
  return {
    ...rest,
    nextRunAt: nextRunAt?.toISOString() ?? null,
    lastRun: lastRun && runJson(lastRun),
    running: running && runJson(running),
  };
}

function runJson({ startedAt, finishedAt, ...rest }: PruningRun) {
  const instants = {
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
  return { ...rest, ...instants };
}
