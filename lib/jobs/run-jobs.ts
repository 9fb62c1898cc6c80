import { Logger, run } from "graphile-worker";
import { databaseUrl } from "@/lib/kernel/env";
import { log } from "@/lib/observe";

/**
 * Background work by name, given what it was asked with; a task that throws is tried again later, with growing
 * pauses.
 */
export type Tasks = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

export type RunningJobs = { stop: () => Promise<void> };

const CONCURRENCY = 4;

/**
 * Runs background work from PostgreSQL (graphile-worker, in its own schema), until stopped. `crontab` says when
 * (graphile-worker's format); `addJob` asks for one now. Several servers may run at once: each occurrence is done by
 * one of them, and what the crontab missed while none ran is not made up for.
 */
export async function runJobs(tasks: Tasks, crontab: string): Promise<RunningJobs> {
  const runner = await run({
    connectionString: databaseUrl(),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload)]),
    ),
    crontab,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error(new Error(message));
      if (level === "warning") log.warn(message);
    }),
  });
  return { stop: () => runner.stop() };
}
