import { plainArray, prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import { conditionOf, type LogSelection, startParams } from "../log-conditions.repo";
import { findSaid, saidCondition } from "../log-search.repo";

/** Which logs go: those selected, or those named; in either case none that was made after `madeBefore`. */
export type Doomed = {
  readonly selection: LogSelection;
  readonly ids: readonly string[] | null;
  /** The least id of a log that is too young. */
  readonly madeBefore: string;
};

type Place = { readonly lastAt: string; readonly id: string };
export type DoomedLog = { readonly id: string; readonly lastAt: Date; readonly messageCount: number };

async function doomedText(scope: TxScope, { selection, ids, madeBefore }: Doomed, after: Place | null) {
  const params = startParams();
  const conditions = [
    conditionOf(selection, params),
    saidCondition(await findSaid(scope, selection), params),
    `l.id < ${params.add(madeBefore)}::uuid`,
    ...(ids ? [`l.id = ANY(${params.add(plainArray(ids, (each) => each))}::uuid[])`] : []),
    ...(after
      ? [`(l.last_at, l.id) < (${params.add(after.lastAt)}::timestamptz, ${params.add(after.id)}::uuid)`]
      : []),
  ];
  return { params: params.list, where: conditions.join(" AND ") };
}

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

/** Exactly how many. Reads all of them. */
export async function countDoomed(scope: TxScope, doomed: Doomed): Promise<number> {
  const { params, where } = await doomedText(scope, doomed, null);
  const text = `SELECT count(*) AS count FROM logs l WHERE ${where}`;
  const [row] = await sqlIn(scope).rows<{ count: bigint }>({ name: "logs_doomed_count", text }, params);
  return Number(row?.count ?? 0n);
}

export async function anyDoomed(scope: TxScope, doomed: Doomed): Promise<boolean> {
  const { params, where } = await doomedText(scope, doomed, null);
  const text = `SELECT TRUE AS found FROM logs l WHERE ${where} LIMIT 1`;
  return (await sqlIn(scope).rows({ name: "logs_doomed_any", text }, params)).length > 0;
}

/**
 * The next logs to go, newest first, locked. Those that a request is writing to right now are left out: nothing here
 * waits for a request.
 */
export async function lockDoomed(
  scope: TxScope,
  doomed: Doomed,
  { after, limit }: { after: Place | null; limit: number },
): Promise<DoomedLog[]> {
  const { params, where } = await doomedText(scope, doomed, after);
  const text = `SELECT l.id, l.last_at AS "lastAt", l.message_count AS "messageCount" FROM logs l WHERE ${where}
    ORDER BY l.last_at DESC, l.id DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return sqlIn(scope).rows<DoomedLog>({ name: "logs_doomed_lock", text }, params);
}

const DELETE_MESSAGES = statement(
  "log_messages_delete",
  "DELETE FROM log_messages WHERE merchant_id = $1::uuid AND log_id = ANY($2::uuid[])",
);
const DELETE_LOGS = statement(
  "logs_delete",
  "DELETE FROM logs WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])",
);

/** Logs with everything that was said in them. What they cost stays in the ledger and the daily figures. */
export async function deleteWithMessages(
  sql: Sql,
  merchantId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql.rows(DELETE_MESSAGES, [merchantId, plainArray(ids, (each) => each)]);
  await sql.rows(DELETE_LOGS, [merchantId, plainArray(ids, (each) => each)]);
}

const LOCK_ONE = statement(
  "logs_lock_one",
  `SELECT id FROM logs WHERE merchant_id = $1::uuid AND id = $2::uuid AND ($3::text IS NULL OR store = $3) FOR UPDATE`,
);

/** False when it is not there, not the merchant's, or not of the given store. */
export async function lockLog(
  sql: Sql,
  { merchantId, id, store }: { merchantId: string; id: string; store: string | null },
): Promise<boolean> {
  return (await sql.rows(LOCK_ONE, [merchantId, id, store])).length > 0;
}
