import type { Actor } from "@/lib/access";
import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { TaskJson } from "./core/task";
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

const RENEW = statement(
  "tasks_renew",
  `UPDATE tasks SET renewed_at = $3::timestamptz, total = coalesce($4::bigint, total)
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND state = 'queued'`,
);

/** Whoever prepares a task was heard of; `total` says how many things there are, once that is known. */
export async function renewTask({ merchantId, id }: TaskKey, now: Date, total: number | null): Promise<void> {
  await sqlOf(prisma).rows(RENEW, [merchantId, id, now.toISOString(), total?.toString() ?? null]);
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
