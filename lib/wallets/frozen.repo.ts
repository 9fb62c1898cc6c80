import { type Sql, statement } from "@/lib/db";
import type { WalletKey } from "./wallets.repo";

const SET = statement(
  "wallets_set_frozen",
  `UPDATE wallets SET frozen_reason = $4::text,
          frozen_at = CASE WHEN $3::boolean THEN coalesce(frozen_at, $5::timestamptz) END
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid
   RETURNING frozen_at AS at, frozen_reason AS reason`,
);

const FIND = statement(
  "wallets_find_frozen",
  `SELECT frozen_at AS at, frozen_reason AS reason FROM wallets
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid`,
);

export type FrozenRow = { at: Date | null; reason: string | null };

/** Freezes a wallet, or sets it free. The caller holds its lock. Null when there is none. */
export async function setFrozen(
  sql: Sql,
  { merchantId, customerId }: WalletKey,
  { frozen, reason, now }: { frozen: boolean; reason: string | null; now: Date },
): Promise<FrozenRow | null> {
  const params = [merchantId, customerId, String(frozen), reason, now.toISOString()];
  const [row] = await sql.rows<FrozenRow>(SET, params);
  return row ?? null;
}

/** Since when and why a wallet is frozen; both null when it is not. */
export async function findFrozen(sql: Sql, { merchantId, customerId }: WalletKey): Promise<FrozenRow> {
  const [row] = await sql.rows<FrozenRow>(FIND, [merchantId, customerId]);
  return row ?? { at: null, reason: null };
}
