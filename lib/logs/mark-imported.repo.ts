import { plainArray, type Sql, statement } from "@/lib/db";

const MARK = statement(
  "logs_mark_imported",
  "UPDATE logs SET imported = true WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])",
);

/** Says of logs that they were brought in from elsewhere: the ledger does not know them. */
export async function markImported(sql: Sql, merchantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql.rows(MARK, [merchantId, plainArray(ids, (each) => each)]);
}
