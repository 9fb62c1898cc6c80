import type { Actor } from "@/lib/access";
import { type Sql, statement } from "@/lib/db";
import type { TaskStep } from "./core/task";
import type { TaskKind, TaskState } from "./schemas";
import type { TaskKey } from "./tasks.repo";

const CLAIM = statement(
  "tasks_claim",
  `UPDATE tasks SET state = 'running', lease = $3::uuid, renewed_at = $4::timestamptz,
          started_at = coalesce(started_at, $4::timestamptz)
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND state IN ('queued', 'running')
      AND (lease IS NULL OR renewed_at < $5::timestamptz)
   RETURNING id`,
);

export type Lease = TaskKey & { readonly lease: string };

/** Takes a task to work on; false when it is over, or somebody else is at it. */
export async function claimTask(
  sql: Sql,
  lease: Lease,
  at: { now: Date; silentSince: Date },
): Promise<boolean> {
  const params = [lease.merchantId, lease.id, lease.lease];
  const rows = await sql.rows(CLAIM, [...params, at.now.toISOString(), at.silentSince.toISOString()]);
  return rows.length > 0;
}

/** A task that is being worked on. */
export type HeldTask = {
  readonly kind: TaskKind;
  readonly input: unknown;
  readonly place: unknown;
  readonly done: bigint;
  readonly total: bigint | null;
  readonly result: unknown;
  readonly actor: Actor;
  readonly failures: number;
};

const HOLD = statement(
  "tasks_hold",
  `SELECT kind, input, place, done, total, result, actor, failures FROM tasks
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND lease = $3::uuid AND state = 'running' FOR UPDATE`,
);

/** Locks the task for one step: whoever stops it waits for the step. Null when the lease is no longer good. */
export async function holdTask(sql: Sql, { merchantId, id, lease }: Lease): Promise<HeldTask | null> {
  const rows = await sql.rows<HeldTask>(HOLD, [merchantId, id, lease]);
  return rows[0] ?? null;
}

const SAVE = statement(
  "tasks_save",
  `UPDATE tasks SET place = $3::jsonb, done = done + $4::bigint, total = coalesce($5::bigint, total),
          result = coalesce($6::jsonb, result), renewed_at = $7::timestamptz, failures = 0, error = NULL,
          state = CASE WHEN $8::boolean THEN 'done' ELSE state END,
          lease = CASE WHEN $8::boolean THEN NULL ELSE lease END,
          finished_at = CASE WHEN $8::boolean THEN $7::timestamptz END
    WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);

export async function saveStep(
  sql: Sql,
  { merchantId, id }: TaskKey,
  { step, now }: { step: TaskStep; now: Date },
) {
  await sql.rows(SAVE, [
    merchantId,
    id,
    JSON.stringify(step.place),
    step.done.toString(),
    step.total?.toString() ?? null,
    step.result === undefined ? null : JSON.stringify(step.result),
    now.toISOString(),
    String(step.finished),
  ]);
}

const NOTE_PROGRESS = statement(
  "tasks_note_progress",
  `UPDATE tasks SET done = $4::bigint, renewed_at = $5::timestamptz,
          state = CASE WHEN $6::boolean THEN 'done' ELSE state END,
          finished_at = CASE WHEN $6::boolean THEN $5::timestamptz END
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND lease = $3::uuid AND state = 'running'
   RETURNING id`,
);

type Progress = { readonly done: number; readonly finished: boolean; readonly now: Date };

/** How far a task is that its starter does himself; false when the lease is no longer good. */
export async function noteProgress(
  sql: Sql,
  { merchantId, id, lease }: Lease,
  { done, finished, now }: Progress,
): Promise<boolean> {
  const params = [merchantId, id, lease, done.toString(), now.toISOString(), String(finished)];
  return (await sql.rows(NOTE_PROGRESS, params)).length > 0;
}

const FAIL_SILENT = statement(
  "tasks_fail_silent",
  `UPDATE tasks SET state = 'failed', finished_at = $2::timestamptz, lease = NULL, error = $4::text
    WHERE state IN ('queued', 'running') AND renewed_at < $1::timestamptz AND NOT kind = ANY($3::text[])
   RETURNING id`,
);

/** Ends tasks that no worker does and nobody was heard of. Over all merchants: for the worker alone. */
export async function failSilentTasks(
  sql: Sql,
  at: { silentSince: Date; now: Date },
  { otherThan, error }: { otherThan: readonly string[]; error: string },
): Promise<number> {
  const kinds = `{${otherThan.join(",")}}`;
  const params = [at.silentSince.toISOString(), at.now.toISOString(), kinds, error];
  return (await sql.rows(FAIL_SILENT, params)).length;
}

const RELEASE = statement(
  "tasks_release",
  `UPDATE tasks SET lease = NULL WHERE merchant_id = $1::uuid AND id = $2::uuid AND lease = $3::uuid AND state = 'running'
   RETURNING id`,
);

/** Gives the task back for its next piece; false when there is none. */
export async function releaseTask(sql: Sql, { merchantId, id, lease }: Lease): Promise<boolean> {
  return (await sql.rows(RELEASE, [merchantId, id, lease])).length > 0;
}

const NOTE_FAILURE = statement(
  "tasks_note_failure",
  `UPDATE tasks SET failures = failures + 1, error = $4::text, lease = NULL,
          state = CASE WHEN failures + 1 >= $5::int THEN 'failed' ELSE state END,
          finished_at = CASE WHEN failures + 1 >= $5::int THEN $6::timestamptz END
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND lease = $3::uuid AND state = 'running'
   RETURNING state`,
);

type Failure = { readonly message: string; readonly most: number; readonly now: Date };

/** Counts a step that failed; true when that was the last attempt. */
export async function noteFailure(sql: Sql, lease: Lease, failure: Failure): Promise<boolean> {
  const rows = await sql.rows<{ state: TaskState }>(NOTE_FAILURE, [
    lease.merchantId,
    lease.id,
    lease.lease,
    failure.message,
    failure.most.toString(),
    failure.now.toISOString(),
  ]);
  return rows[0]?.state !== "running";
}
