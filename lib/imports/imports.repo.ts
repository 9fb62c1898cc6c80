import {
  instantArray,
  plainArray,
  prisma,
  type Sql,
  sqlOf,
  statement,
  textArray,
  type TxScope,
} from "@/lib/db";
import type { ImportedRow } from "./core/imported-row";

const ADD_PART = statement(
  "import_parts_add",
  `INSERT INTO import_parts (merchant_id, task_id, sequence, first_row, rows, errors)
   VALUES ($1::uuid, $2::uuid, $3::int, $4::int, $5::jsonb, '[]') ON CONFLICT DO NOTHING`,
);

export type ImportTask = { readonly merchantId: string; readonly taskId: string };
type NewPart = {
  readonly sequence: number;
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
};

/** A repeat adds nothing. */
export async function addPart(sql: Sql, { merchantId, taskId }: ImportTask, part: NewPart): Promise<void> {
  const { sequence, firstRow, rows } = part;
  await sql.rows(ADD_PART, [merchantId, taskId, String(sequence), String(firstRow), JSON.stringify(rows)]);
}

const FIND_PART = statement(
  "import_parts_find",
  `SELECT first_row AS "firstRow", rows FROM import_parts
    WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND sequence = $3::int`,
);

export async function findPart(sql: Sql, { merchantId, taskId }: ImportTask, sequence: number) {
  const rows = await sql.rows<{ firstRow: number; rows: unknown }>(FIND_PART, [
    merchantId,
    taskId,
    String(sequence),
  ]);
  return rows[0] ?? null;
}

const FINISH_PART = statement(
  "import_parts_finish",
  `UPDATE import_parts SET rows = '[]', errors = $4::jsonb
    WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND sequence = $3::int`,
);

/** A row that could not be read: where it stands in the file, what is wrong, and its cells. */
export type RowError = { readonly row: number; readonly wrong: string; readonly cells: readonly string[] };

/** What was read is no longer kept; what is wrong is. */
export async function finishPart(
  sql: Sql,
  { merchantId, taskId }: ImportTask,
  { sequence, errors }: { sequence: number; errors: readonly RowError[] },
): Promise<void> {
  await sql.rows(FINISH_PART, [merchantId, taskId, String(sequence), JSON.stringify(errors)]);
}

const ERRORS = statement(
  "import_parts_errors",
  `SELECT sequence, errors FROM import_parts
    WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND sequence > $3::int AND errors <> '[]'
    ORDER BY sequence LIMIT 20`,
);

/** The next parts with errors after one. */
export async function findErrors(scope: TxScope, { merchantId, taskId }: ImportTask, after: number) {
  const sql = sqlOf(scope.tx ?? prisma);
  return sql.rows<{ sequence: number; errors: unknown }>(ERRORS, [merchantId, taskId, String(after)]);
}

const CHARGED = statement(
  "import_charged",
  "SELECT id FROM usage_events WHERE merchant_id = $1::uuid AND id = ANY($2::text[])",
);
const CLAIM = statement(
  "imported_usage_add",
  `INSERT INTO imported_usage (merchant_id, id, log_id, task_id, cost_micros, tokens, occurred_at)
   SELECT $1::uuid, k.id, $2::uuid, $2::uuid, k.cost, k.tokens, k.at
     FROM unnest($3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[]) AS k(id, cost, tokens, at)
   ON CONFLICT DO NOTHING RETURNING id`,
);

/**
 * Takes these rows as this import's, once for ever; the ids of those that are new. A row that was charged here as usage
 * is known too.
 */
export async function claimRows(
  sql: Sql,
  { merchantId, taskId }: ImportTask,
  rows: readonly ImportedRow[],
): Promise<ReadonlySet<string>> {
  const ids = textArray(rows, (row) => row.id);
  const charged = new Set((await sql.rows<{ id: string }>(CHARGED, [merchantId, ids])).map((row) => row.id));
  const fresh = rows.filter((row) => !charged.has(row.id));
  if (fresh.length === 0) return new Set();
  const claimed = await sql.rows<{ id: string }>(CLAIM, [
    merchantId,
    taskId,
    textArray(fresh, (row) => row.id),
    plainArray(fresh, (row) => row.cost),
    plainArray(fresh, (row) => row.inputTokens + row.outputTokens),
    instantArray(fresh, (row) => row.at),
  ]);
  return new Set(claimed.map((row) => row.id));
}

const PLACE = statement(
  "imported_usage_place",
  `UPDATE imported_usage u SET log_id = k.log_id FROM unnest($2::text[], $3::uuid[]) AS k(id, log_id)
    WHERE u.merchant_id = $1::uuid AND u.id = k.id`,
);

/** Notes which log each imported row is in. */
export async function placeRows(
  sql: Sql,
  merchantId: string,
  places: readonly { id: string; logId: string }[],
): Promise<void> {
  const logs = plainArray(places, (place) => place.logId);
  await sql.rows(PLACE, [merchantId, textArray(places, (place) => place.id), logs]);
}
