import {
  instantArray,
  plainArray,
  prisma,
  type Sql,
  sqlOf,
  statement,
  type Tx,
  type TxScope,
} from "@/lib/db";
import type { RetentionPeriod } from "../core/retention";

/** How long a merchant keeps logs; null keeps for ever. */
export type Retention = {
  readonly contents: RetentionPeriod | null;
  readonly logs: RetentionPeriod | null;
  readonly nextRunAt: Date | null;
};

const FIND = statement(
  "log_retention_find",
  `SELECT contents, logs, next_run_at AS "nextRunAt" FROM log_retention WHERE merchant_id = $1::uuid`,
);

export async function findRetention(scope: TxScope, merchantId: string): Promise<Retention | null> {
  const rows = await sqlOf(scope.tx ?? prisma).rows<Retention>(FIND, [merchantId]);
  return rows[0] ?? null;
}

export async function saveRetention(
  tx: Tx,
  merchantId: string,
  row: Retention & { updatedAt: Date },
): Promise<void> {
  await tx.logRetention.upsert({
    where: { merchantId },
    create: { ...row, merchantId },
    update: row,
    select: { merchantId: true },
  });
}

/** A merchant that prunes. */
export type Pruner = Retention & { readonly merchantId: string; readonly timeZone: string };

const PRUNERS = statement(
  "log_retention_all",
  `SELECT r.merchant_id AS "merchantId", r.contents, r.logs, r.next_run_at AS "nextRunAt", m.time_zone AS "timeZone"
     FROM log_retention r JOIN merchants m ON m.id = r.merchant_id
    WHERE r.next_run_at IS NOT NULL AND ($1::timestamptz IS NULL OR r.next_run_at <= $1)
    ORDER BY r.next_run_at`,
);

/** Those that prune, or whose time has come. Over all merchants: for the worker, and for months that all share. */
export async function findPruners(sql: Sql, dueAt: Date | null): Promise<Pruner[]> {
  return sql.rows<Pruner>(PRUNERS, [dueAt?.toISOString() ?? null]);
}

const RESCHEDULE = statement(
  "log_retention_reschedule",
  `UPDATE log_retention SET next_run_at = $3::timestamptz
    WHERE merchant_id = $1::uuid AND next_run_at = $2::timestamptz RETURNING merchant_id`,
);

/** False when another server was quicker. */
export async function reschedule(sql: Sql, { merchantId, nextRunAt }: Pruner, next: Date): Promise<boolean> {
  const rows = await sql.rows(RESCHEDULE, [merchantId, nextRunAt?.toISOString() ?? null, next.toISOString()]);
  return rows.length > 0;
}

/** Contents that are there and too old: never pruned, or written again since. */
const STALE_CONTENTS = `merchant_id = $1::uuid AND last_at < $2::timestamptz
  AND (contents_pruned_at IS NULL OR last_at > contents_pruned_at)`;

const COUNT = statement(
  "logs_count_prunable",
  `SELECT (SELECT count(*) FROM logs WHERE ${STALE_CONTENTS} AND ($3::timestamptz IS NULL OR last_at >= $3)) AS contents,
          (SELECT count(*) FROM logs WHERE merchant_id = $1::uuid AND last_at < $3::timestamptz) AS logs`,
);

/** The instants before which contents and logs go; null: nothing goes. */
export type Limits = { readonly contentsBefore: Date | null; readonly logsBefore: Date | null };

/** How many logs lose their contents, and how many go as a whole. */
export async function countPrunable(
  scope: TxScope,
  merchantId: string,
  { contentsBefore, logsBefore }: Limits,
): Promise<{ contents: number; logs: number }> {
  const sql = sqlOf(scope.tx ?? prisma);
  const params = [merchantId, contentsBefore?.toISOString() ?? null, logsBefore?.toISOString() ?? null];
  const [row] = await sql.rows<{ contents: bigint; logs: bigint }>(COUNT, params);
  return { contents: Number(row?.contents ?? 0n), logs: Number(row?.logs ?? 0n) };
}

type Batch = { readonly before: Date; readonly limit: number };
type StaleLog = { readonly id: string; readonly messageCount: number };

const LOCK_CONTENTS = statement(
  "logs_lock_stale_contents",
  `SELECT id, message_count AS "messageCount" FROM logs WHERE ${STALE_CONTENTS}
    ORDER BY last_at, id LIMIT $3::int FOR UPDATE SKIP LOCKED`,
);
const LOCK_LOGS = statement(
  "logs_lock_old",
  `SELECT id, message_count AS "messageCount" FROM logs WHERE merchant_id = $1::uuid AND last_at < $2::timestamptz
    ORDER BY last_at, id LIMIT $3::int FOR UPDATE SKIP LOCKED`,
);

/** The oldest logs of which contents, or everything, has to go; locked. What a request is writing to is left out. */
export async function lockOld(
  sql: Sql,
  merchantId: string,
  { before, limit, what }: Batch & { what: "contents" | "logs" },
): Promise<StaleLog[]> {
  const lock = what === "logs" ? LOCK_LOGS : LOCK_CONTENTS;
  return sql.rows<StaleLog>(lock, [merchantId, before.toISOString(), limit.toString()]);
}

const DELETE_MESSAGES = statement(
  "log_messages_prune",
  "DELETE FROM log_messages WHERE merchant_id = $1::uuid AND log_id = ANY($2::uuid[])",
);
const MARK_PRUNED = statement(
  "logs_mark_pruned",
  `UPDATE logs SET contents_pruned_at = $3::timestamptz, preview = ''
    WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])`,
);

/** What was said goes; that it was said, by whom and at what cost stays. */
export async function pruneContents(
  sql: Sql,
  merchantId: string,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await sql.rows(DELETE_MESSAGES, [merchantId, plainArray(ids, (each) => each)]);
  await sql.rows(MARK_PRUNED, [merchantId, plainArray(ids, (each) => each), now.toISOString()]);
}

/** Instants by merchant, as a statement takes them. */
export function cutoffParams(cutoffs: readonly { merchantId: string; before: Date }[]): string[] {
  return [plainArray(cutoffs, (each) => each.merchantId), instantArray(cutoffs, (each) => each.before)];
}
