import { readSql, statement } from "@/lib/db";

const LAST = statement(
  "portal_sessions_last",
  `SELECT created_at AS "createdAt", expires_at AS "expiresAt" FROM portal_sessions
    WHERE merchant_id = $1::uuid AND customer_id = $2::uuid AND viewer IS NULL
    ORDER BY created_at DESC LIMIT 1`,
);

/** The newest session of a customer's own that is still remembered. */
export async function findLastSession(
  merchantId: string,
  customerId: string,
): Promise<{ createdAt: Date; expiresAt: Date } | null> {
  const [row] = await readSql().rows<{ createdAt: Date; expiresAt: Date }>(LAST, [merchantId, customerId]);
  return row ?? null;
}
