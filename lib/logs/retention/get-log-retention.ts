import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { listTasks, type Task } from "@/lib/tasks";
import { isOver } from "@/lib/tasks/schemas";
import { PRUNING_HOUR, type RetentionPeriod } from "../core/retention";
import { requireTimeZone } from "../log-selection";
import { findRetention } from "./retention.repo";

/** How a run of pruning went. */
export type PruningRun = {
  readonly taskId: string;
  readonly state: Task["state"];
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly durationMillis: number | null;
  /** Logs whose contents went, logs that went, and months that went at one stroke. */
  readonly contents: number;
  readonly logs: number;
  readonly months: number;
};

/** How long logs are kept, when old ones are pruned, and how it went the last time. */
export type LogRetention = {
  readonly contents: RetentionPeriod | null;
  readonly logs: RetentionPeriod | null;
  readonly schedule: { readonly hour: number; readonly timeZone: string };
  readonly nextRunAt: Date | null;
  readonly lastRun: PruningRun | null;
  /** A run that has not come to its end. */
  readonly running: PruningRun | null;
};

const RECENT = { kind: "log_retention", limit: 5 } as const;

/** The merchant's retention as it stands. Without any, everything is kept. */
export async function getLogRetention(ctx: Ctx): Promise<LogRetention> {
  requireCan(ctx, "usage:read");
  const [retention, timeZone, tasks] = await Promise.all([
    findRetention(ctx, ctx.merchantId),
    requireTimeZone(ctx),
    listTasks(ctx, RECENT),
  ]);
  const last = tasks.data.find((task) => isOver(task.state));
  const running = tasks.data.find((task) => !isOver(task.state));
  return {
    contents: retention?.contents ?? null,
    logs: retention?.logs ?? null,
    schedule: { hour: PRUNING_HOUR, timeZone },
    nextRunAt: retention?.nextRunAt ?? null,
    lastRun: last ? runOf(last) : null,
    running: running ? runOf(running) : null,
  };
}

/** What a run has pruned so far. */
export const prunedShape = z
  .object({ contents: z.number(), logs: z.number(), months: z.number() })
  .catch({ contents: 0, logs: 0, months: 0 });

function runOf({ id: taskId, state, startedAt, finishedAt, result }: Task): PruningRun {
  const durationMillis = startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null;
  return { taskId, state, startedAt, finishedAt, durationMillis, ...prunedShape.parse(result) };
}
