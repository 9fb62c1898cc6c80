import type { Sql } from "@/lib/db";
import { databaseUrl } from "@/lib/kernel/env";
import { enqueue } from "./jobs.repo";

export type Job = {
  /** As `runJobs` knows it. */
  readonly name: string;
  readonly payload: object;
  /** A job that waits under the same key is replaced. */
  readonly key: string;
  /** Not before this; absent: at once. */
  readonly runAt?: Date;
};

let prepared: Promise<void> | undefined;

/**
 * Makes sure that jobs can be asked for: the schema of graphile-worker is there, also where no worker ever ran.
 * Called before the transaction that adds one; a repeat costs nothing.
 */
export async function prepareJobs(): Promise<void> {
  prepared ??= makeSchema();
  try {
    await prepared;
  } catch (error) {
    prepared = undefined;
    throw error;
  }
}

async function makeSchema(): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: databaseUrl(), logger: new Logger(() => () => {}) });
}

/** Asks for a job in the caller's transaction: it runs once that has committed, and never when it did not. */
export async function addJob(sql: Sql, job: Job): Promise<void> {
  await enqueue(sql, { ...job, payload: JSON.stringify(job.payload) });
}
