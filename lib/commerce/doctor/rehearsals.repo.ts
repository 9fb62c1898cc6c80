import { readSql, sqlOf, statement, type Tx } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";

/** A refund that was rehearsed: what was to be refunded, and what was to happen. */
export type RehearsalRow = {
  readonly id: string;
  readonly purchaseId: string;
  /** What of the order had gone back then, and would have after: money in major units. */
  readonly refundedBefore: string;
  readonly refundedAfter: string;
  /** Credits taken back before, and expected to be after, nominally. */
  readonly takenBefore: Micros;
  readonly takenAfter: Micros;
  readonly createdAt: Date;
};

const INSERT = statement(
  "purchase_rehearsals_insert",
  `INSERT INTO purchase_rehearsals (merchant_id, id, purchase_id, refunded_before, refunded_after, taken_before_micros,
                                    taken_after_micros, created_at)
   VALUES ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::bigint, $7::bigint, $8::timestamptz)`,
);
const LATEST = statement(
  "purchase_rehearsals_latest",
  `SELECT id, purchase_id AS "purchaseId", refunded_before AS "refundedBefore", refunded_after AS "refundedAfter",
          taken_before_micros AS "takenBefore", taken_after_micros AS "takenAfter", created_at AS "createdAt"
     FROM purchase_rehearsals WHERE merchant_id = $1::uuid AND purchase_id = $2::uuid ORDER BY id DESC LIMIT 1`,
);

export async function insertRehearsal(tx: Tx, merchantId: string, made: RehearsalRow): Promise<void> {
  await sqlOf(tx).rows(INSERT, [
    merchantId,
    made.id,
    made.purchaseId,
    made.refundedBefore,
    made.refundedAfter,
    String(made.takenBefore),
    String(made.takenAfter),
    made.createdAt.toISOString(),
  ]);
}

export async function findLatestRehearsal(
  merchantId: string,
  purchaseId: string,
): Promise<RehearsalRow | null> {
  return (await readSql().rows<RehearsalRow>(LATEST, [merchantId, purchaseId]))[0] ?? null;
}
