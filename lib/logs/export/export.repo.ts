import { plainArray, prisma, sqlOf, streamRows, type TxScope } from "@/lib/db";
import { conditionOf, type LogSelection, startParams } from "../log-conditions.repo";
import { findSaid, saidCondition } from "../log-search.repo";

/** What an export is about: the logs that match, of those named where some are. */
export type Exported = { readonly selection: LogSelection; readonly ids: readonly string[] | null };

async function selected(scope: TxScope, { selection, ids }: Exported) {
  const params = startParams();
  const conditions = [
    saidCondition(await findSaid(scope, selection), params),
    conditionOf(selection, params),
    ...(ids ? [`l.id = ANY(${params.add(plainArray(ids, (each) => each))}::uuid[])`] : []),
  ];
  return { params: params.list, where: conditions.join(" AND ") };
}

/** Exactly how many. Reads all of them. */
export async function countSelected(scope: TxScope, exported: Exported): Promise<number> {
  const { params, where } = await selected(scope, exported);
  const text = `SELECT count(*) AS count FROM logs l WHERE ${where}`;
  const sql = sqlOf(scope.tx ?? prisma);
  const [row] = await sql.rows<{ count: bigint }>({ name: "logs_count_exactly", text }, params);
  return Number(row?.count ?? 0n);
}

const ROWS_PER_READ = 1_000;
const IDS_PER_READ = 100;

const WITH_SUBJECT = `LEFT JOIN customers c ON c.merchant_id = l.merchant_id AND c.id = l.customer_id
  LEFT JOIN guests g ON g.merchant_id = l.merchant_id AND g.id = l.guest_id`;

/** Parts the values of a row; no text keeps it. */
const SEPARATOR = "\u001f";

/** One value of a log, customer or guest, and whether it is free text. */
export type Exportable = { readonly sql: string; readonly free: boolean };

/**
 * The selected logs as they are now, newest first: of each these values as texts, nothing being "". A row travels as
 * one text, because to take a field off the wire costs more than to split it off.
 */
export async function* streamSelected(
  exported: Exported,
  values: readonly Exportable[],
): AsyncGenerator<readonly (readonly string[])[]> {
  const { params, where } = await selected({}, exported);
  const clean = values.map(({ sql, free }) => (free ? `replace(${sql}, E'\\x1f', ' ')` : sql));
  const text = `SELECT concat(${clean.join(", E'\\x1f', ")}) FROM logs l ${WITH_SUBJECT}
    WHERE ${where} ORDER BY l.last_at DESC, l.id DESC`;
  for await (const rows of streamRows({ text, params, rowsPerRead: ROWS_PER_READ })) {
    yield rows.map(([row]) => (row ?? "").split(SEPARATOR));
  }
}

/** The ids of the selected logs, newest first. */
export async function* streamIds(exported: Exported) {
  const { params, where } = await selected({}, exported);
  const text = `SELECT l.id FROM logs l WHERE ${where} ORDER BY l.last_at DESC, l.id DESC`;
  for await (const rows of streamRows({ text, params, rowsPerRead: IDS_PER_READ })) {
    yield rows.flatMap(([id]) => (id == null ? [] : [id]));
  }
}
