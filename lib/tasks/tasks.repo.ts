import type { Actor } from "@/lib/access";
import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { TaskJson, TaskStep } from "./core/task";
import type { TaskKind, TaskState } from "./schemas";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

export type TaskKey = { readonly merchantId: string; readonly id: string };

/** A task as people see it. */
export type Task = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly permission: string;
  readonly input: unknown;
  readonly total: bigint | null;
  readonly done: bigint;
  readonly result: unknown;
  readonly error: string | null;
  readonly actor: Actor;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

const COLUMNS = `id, kind, state, permission, input, total, done, result, error, actor, created_at AS "createdAt",
       started_at AS "startedAt", finished_at AS "finishedAt"`;

type NewTask = TaskKey & {
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly permission: string;
  readonly input: TaskJson;
  readonly total: number | null;
  readonly actor: Actor;
  readonly at: Date;
};

const INSERT = statement(
  "tasks_insert",
  `INSERT INTO tasks (merchant_id, id, kind, state, permission, input, total, actor, created_at, renewed_at)
   VALUES ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::jsonb, $7::bigint, $8::jsonb, $9::timestamptz, $9::timestamptz)`,
);

export async function insertTask(sql: Sql, task: NewTask): Promise<void> {
  await sql.rows(INSERT, [
    task.merchantId,
    task.id,
    task.kind,
    task.state,
    task.permission,
    JSON.stringify(task.input),
    task.total?.toString() ?? null,
    JSON.stringify(task.actor),
    task.at.toISOString(),
  ]);
}

const FIND = statement(
  "tasks_find",
  `SELECT ${COLUMNS} FROM tasks WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);

export async function findTask(scope: TxScope, { merchantId, id }: TaskKey): Promise<Task | null> {
  const rows = await sqlIn(scope).rows<Task>(FIND, [merchantId, id]);
  return rows[0] ?? null;
}

const LIST = statement(
  "tasks_list",
  `SELECT ${COLUMNS} FROM tasks
    WHERE merchant_id = $1::uuid AND ($2::uuid IS NULL OR id < $2::uuid) AND ($3::text IS NULL OR kind = $3)
      AND (NOT $4::boolean OR state IN ('queued', 'running'))
    ORDER BY id DESC LIMIT $5::int`,
);

type TaskFilter = {
  readonly before: string | null;
  readonly kind: TaskKind | null;
  readonly unfinished: boolean;
  readonly limit: number;
};

/** Newest first: ids are made from the instant. */
export async function findTasks(scope: TxScope, merchantId: string, filter: TaskFilter): Promise<Task[]> {
  const { before, kind, unfinished, limit } = filter;
  return sqlIn(scope).rows<Task>(LIST, [merchantId, before, kind, String(unfinished), String(limit)]);
}

/** Of how many unfinished tasks nobody has been heard for some time. */
const MOST_STALE = 500;

const STALE = statement(
  "tasks_stale",
  `SELECT merchant_id AS "merchantId", id FROM tasks
    WHERE state IN ('queued', 'running') AND renewed_at < $1::timestamptz AND kind = ANY($2::text[])
    ORDER BY renewed_at LIMIT ${MOST_STALE}`,
);

/** Over all merchants: for the worker alone. */
export async function findStaleTasks(
  sql: Sql,
  silentSince: Date,
  kinds: readonly string[],
): Promise<TaskKey[]> {
  return sql.rows<TaskKey>(STALE, [silentSince.toISOString(), `{${kinds.join(",")}}`]);
}

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

const END = statement(
  "tasks_end",
  `UPDATE tasks SET state = $3::text, finished_at = $4::timestamptz, lease = NULL, error = coalesce($5::text, error)
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND state IN ('queued', 'running') RETURNING ${COLUMNS}`,
);

type End = { readonly state: "stopped" | "failed"; readonly now: Date; readonly error: string | null };

/** Ends a task that is not over; null when it is. */
export async function endTask(sql: Sql, { merchantId, id }: TaskKey, end: End): Promise<Task | null> {
  const rows = await sql.rows<Task>(END, [merchantId, id, end.state, end.now.toISOString(), end.error]);
  return rows[0] ?? null;
}
