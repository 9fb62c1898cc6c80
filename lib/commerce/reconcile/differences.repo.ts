import { instantArray, plainArray, readSql, type Sql, statement, textArray } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import type { Difference } from "./reconciler";

const ADD = statement(
  "purchase_differences_add",
  `INSERT INTO purchase_differences (merchant_id, connection_id, task_id, id, purchase_id, key, number, kind, detail,
                                     repaired, found_at)
   SELECT $1::uuid, $2::uuid, $3::uuid, k.* FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
          $9::text[], $10::boolean[], $11::timestamptz[]) AS k`,
);
const PAGE = statement(
  "purchase_differences_page",
  `SELECT d.id, d.connection_id AS connection, d.task_id AS task, d.purchase_id AS purchase, d.key, d.number, d.kind,
          d.detail, d.repaired, d.found_at AS "foundAt"
     FROM purchase_differences d
    WHERE d.merchant_id = $1::uuid AND d.task_id = $2::uuid AND ($3::uuid IS NULL OR d.id < $3::uuid)
    ORDER BY d.id DESC LIMIT $4::int`,
);

export type DifferenceRow = Omit<Difference, "purchaseId"> & {
  readonly id: string;
  readonly connection: string;
  readonly task: string;
  readonly purchase: string | null;
  readonly foundAt: Date;
};

export async function addDifferences(
  sql: Sql,
  of: { merchantId: string; connectionId: string; taskId: string; now: Date },
  found: readonly Difference[],
): Promise<void> {
  if (found.length === 0) return;
  await sql.rows(ADD, [
    of.merchantId,
    of.connectionId,
    of.taskId,
    plainArray(found, () => newId(of.now)),
    plainArray(found, (each) => each.purchaseId),
    textArray(found, (each) => each.key),
    textArray(found, (each) => each.number),
    textArray(found, (each) => each.kind),
    textArray(found, (each) => each.detail),
    plainArray(found, (each) => each.repaired),
    instantArray(found, () => of.now),
  ]);
}

/** Newest first, one more than the limit. */
export async function findDifferences(
  merchantId: string,
  taskId: string,
  page: { before: string | null; limit: number },
): Promise<DifferenceRow[]> {
  return readSql().rows<DifferenceRow>(PAGE, [merchantId, taskId, page.before, String(page.limit + 1)]);
}
