import { z } from "@hono/zod-openapi";
import { RETENTION_PERIODS } from "@/lib/logs/schemas";
import { TASK_STATES } from "@/lib/tasks/schemas";
import { instant } from "./basics";

const count = z.int().min(0);
const period = z.enum(RETENTION_PERIODS).nullable();

const run = z
  .strictObject({
    taskId: z.uuid(),
    state: z.enum(TASK_STATES),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    durationMillis: count.nullable(),
    contents: count.openapi({ description: "Logs whose contents went." }),
    logs: count.openapi({ description: "Logs that went." }),
    months: count.openapi({ description: "Months that went at one stroke." }),
  })
  .openapi("PruningRun");

export const logRetention = z
  .strictObject({
    contents: period,
    logs: period,
    schedule: z.strictObject({ hour: z.int(), timeZone: z.string() }),
    nextRunAt: instant.nullable(),
    lastRun: run.nullable(),
    running: run.nullable(),
  })
  .openapi("LogRetention");

export const retentionPreview = z
  .strictObject({
    contents: count,
    logs: count,
    contentsBefore: instant.nullable(),
    logsBefore: instant.nullable(),
  })
  .openapi("RetentionPreview");
