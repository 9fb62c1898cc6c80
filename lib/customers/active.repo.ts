import { plainArray, prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import { saysCustomer } from "./customer-words.repo";

const MARK = statement(
  "customers_mark_active",
  `UPDATE customers c SET active = true
     FROM (SELECT id FROM customers WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[]) AND NOT active
            ORDER BY external_id FOR NO KEY UPDATE) k
    WHERE c.merchant_id = $1::uuid AND c.id = k.id`,
);

/** Notes that these customers used or were given credits. A repeat changes nothing. */
export async function markActive(sql: Sql, merchantId: string, ids: readonly string[]): Promise<void> {
  await sql.rows(MARK, [merchantId, plainArray(ids, (id) => id)]);
}

const IDS = statement(
  "customers_ids_by_words",
  `SELECT c.id FROM customers c WHERE c.merchant_id = $1::uuid AND ${saysCustomer("c", "$2")} LIMIT $3::int`,
);

/** The ids of at most `limit` customers whose words begin with those of the text. */
export async function findCustomerIdsByWords(
  scope: TxScope,
  { merchantId, text, limit }: { merchantId: string; text: string; limit: number },
): Promise<string[]> {
  const sql = sqlOf(scope.tx ?? prisma);
  return (await sql.rows<{ id: string }>(IDS, [merchantId, text, limit.toString()])).map((row) => row.id);
}
