import type { Actor } from "@/lib/access";
import { type Sql, statement, type Tx } from "@/lib/db";
import type { GrantWhen } from "./kinds";

/** A shop that was asked to let us in, and has not answered yet. */
export type ShopRequest = {
  readonly merchantId: string;
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly store: string | null;
  readonly grantWhen: GrantWhen;
  readonly returnUrl: string;
  readonly actor: Actor;
  readonly expiresAt: Date;
};

const OPEN = statement(
  "connection_requests_open",
  `SELECT merchant_id AS "merchantId", id, url, name, store, grant_when AS "grantWhen", return_url AS "returnUrl",
          actor, expires_at AS "expiresAt"
     FROM connection_requests
    WHERE merchant_id = $1::uuid AND state_hash = decode($2::text, 'hex') AND used_at IS NULL
      AND expires_at > $3::timestamptz`,
);
/** Only one answer can use it. */
const USE = statement(
  "connection_requests_use",
  `UPDATE connection_requests SET used_at = $3::timestamptz, connection_id = $4::uuid
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND used_at IS NULL RETURNING id`,
);

export async function insertShopRequest(
  tx: Tx,
  { actor, ...request }: ShopRequest & { stateHash: Buffer<ArrayBuffer>; createdAt: Date },
): Promise<void> {
  await tx.connectionRequest.create({ data: { ...request, actor: { ...actor } }, select: { id: true } });
}

export async function findShopRequest(
  sql: Sql,
  { merchantId, stateHash, now }: { merchantId: string; stateHash: Buffer; now: Date },
): Promise<ShopRequest | null> {
  const params = [merchantId, stateHash.toString("hex"), now.toISOString()];
  return (await sql.rows<ShopRequest>(OPEN, params))[0] ?? null;
}

/** False when somebody else has just used it. */
export async function useShopRequest(
  sql: Sql,
  { merchantId, id }: Pick<ShopRequest, "merchantId" | "id">,
  { now, connectionId }: { now: Date; connectionId: string },
): Promise<boolean> {
  return (await sql.rows(USE, [merchantId, id, now.toISOString(), connectionId])).length === 1;
}
