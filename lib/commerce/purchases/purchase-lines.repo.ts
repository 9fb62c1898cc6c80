import { plainArray, readSql, type Sql, sqlOf, statement, type Tx } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";

/** A line that sells a package, with the package as it was at the first grant. */
export type LineRow = {
  readonly purchaseId: string;
  readonly key: string;
  readonly packageId: string;
  readonly packageName: string;
  /** For each piece. */
  readonly credits: Micros;
  readonly category: "paid" | "promotional";
  readonly expiresAt: Date | null;
  readonly quantity: number;
  readonly granted: Micros;
  readonly refunded: Micros;
  readonly disputed: Micros;
  readonly forgiven: Micros;
  readonly lotIds: readonly string[];
  readonly frozenAt: Date;
};

const COLUMNS = `purchase_id AS "purchaseId", key, package_id AS "packageId", package_name AS "packageName",
  credits_micros AS credits, category, expires_at AS "expiresAt", quantity, granted_micros AS granted,
  refunded_micros AS refunded, disputed_micros AS disputed, forgiven_micros AS forgiven, lot_ids AS "lotIds",
  frozen_at AS "frozenAt"`;

const OF_PURCHASES = statement(
  "purchase_lines_of",
  `SELECT ${COLUMNS} FROM purchase_lines WHERE merchant_id = $1::uuid AND purchase_id = ANY($2::uuid[]) ORDER BY key`,
);
const SAVE = statement(
  "purchase_lines_save",
  `INSERT INTO purchase_lines (merchant_id, purchase_id, key, package_id, package_name, credits_micros, category,
                               expires_at, quantity, granted_micros, refunded_micros, disputed_micros,
                               forgiven_micros, lot_ids, frozen_at, updated_at)
   VALUES ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::text, $6::bigint, $7::text, $8::timestamptz, $9::int, $10::bigint,
           $11::bigint, $12::bigint, $13::bigint, $14::uuid[], $15::timestamptz, $16::timestamptz)
   ON CONFLICT (merchant_id, purchase_id, key) DO UPDATE
      SET quantity = excluded.quantity, granted_micros = excluded.granted_micros,
          refunded_micros = excluded.refunded_micros, disputed_micros = excluded.disputed_micros,
          forgiven_micros = excluded.forgiven_micros, lot_ids = excluded.lot_ids, updated_at = excluded.updated_at`,
);

export async function findLines(
  merchantId: string,
  purchaseIds: readonly string[],
  sql: Sql = readSql(),
): Promise<LineRow[]> {
  return sql.rows<LineRow>(OF_PURCHASES, [merchantId, plainArray(purchaseIds, (id) => id)]);
}

/** The package of a line never changes once it is there. */
export async function saveLine(
  tx: Tx,
  { merchantId, now }: { merchantId: string; now: Date },
  line: LineRow,
): Promise<void> {
  await sqlOf(tx).rows(SAVE, [
    merchantId,
    line.purchaseId,
    line.key,
    line.packageId,
    line.packageName,
    String(line.credits),
    line.category,
    line.expiresAt?.toISOString() ?? null,
    String(line.quantity),
    String(line.granted),
    String(line.refunded),
    String(line.disputed),
    String(line.forgiven),
    plainArray(line.lotIds, (id) => id),
    line.frozenAt.toISOString(),
    now.toISOString(),
  ]);
}
