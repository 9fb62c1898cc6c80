import { jsonItems, jsonList, plainArray, type Sql, statement } from "@/lib/db";

export type BulkTask = { readonly merchantId: string; readonly taskId: string };

const INSERT = statement(
  "bulk_grant_rows_insert",
  `INSERT INTO bulk_grant_rows (merchant_id, task_id, row, "grant")
   SELECT $1::uuid, $2::uuid, k.row, k.item::jsonb FROM unnest($3::int[], ${jsonItems(4)}) AS k(row, item)`,
);

/** Keeps rows of a bulk grant, in the order of its list. */
export async function insertRows(
  sql: Sql,
  { merchantId, taskId }: BulkTask,
  rows: readonly { readonly row: number; readonly grant: object }[],
): Promise<void> {
  await sql.rows(INSERT, [
    merchantId,
    taskId,
    plainArray(rows, (each) => each.row),
    jsonList(rows, (each) => JSON.stringify(each.grant)),
  ]);
}

const INSERT_CUSTOMERS = statement(
  "bulk_grant_rows_insert_customers",
  `INSERT INTO bulk_grant_rows (merchant_id, task_id, row, "grant")
   SELECT $1::uuid, $2::uuid, row_number() OVER (ORDER BY c.id),
          $3::jsonb || jsonb_build_object('customer', c.external_id)
     FROM customers c WHERE c.merchant_id = $1::uuid AND c.id = ANY($4::uuid[])`,
);

/** The same grant for each of these customers, one row each. */
export async function insertRowsFor(
  sql: Sql,
  { merchantId, taskId }: BulkTask,
  { grant, ids }: { grant: object; ids: readonly string[] },
): Promise<void> {
  await sql.rows(INSERT_CUSTOMERS, [merchantId, taskId, JSON.stringify(grant), plainArray(ids, (id) => id)]);
}

const NEXT = statement(
  "bulk_grant_rows_next",
  `SELECT row, "grant" FROM bulk_grant_rows WHERE merchant_id = $1::uuid AND task_id = $2::uuid AND row > $3::int
    ORDER BY row LIMIT $4::int`,
);

/** The next rows after this one. */
export async function findNextRows(
  sql: Sql,
  { merchantId, taskId }: BulkTask,
  { after, limit }: { after: number; limit: number },
): Promise<{ row: number; grant: unknown }[]> {
  return sql.rows(NEXT, [merchantId, taskId, String(after), String(limit)]);
}

const WITH_ROLE = statement(
  "customers_with_role",
  `SELECT id FROM customers WHERE merchant_id = $1::uuid AND roles @> ARRAY[$2::text] ORDER BY id LIMIT $3::int`,
);

/** The customers who have a role, at most `limit`. */
export async function findCustomersWithRole(
  sql: Sql,
  merchantId: string,
  { role, limit }: { role: string; limit: number },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(WITH_ROLE, [merchantId, role, String(limit)]);
  return rows.map((row) => row.id);
}

const KNOWN = statement(
  "customers_known",
  `SELECT count(*)::int AS known FROM customers
    WHERE merchant_id = $1::uuid AND external_id IN (SELECT jsonb_array_elements_text($2::jsonb))`,
);

/** How many of these ids are customers already. */
export async function countKnown(sql: Sql, merchantId: string, ids: readonly string[]): Promise<number> {
  const [row] = await sql.rows<{ known: number }>(KNOWN, [merchantId, JSON.stringify(ids)]);
  return row?.known ?? 0;
}
