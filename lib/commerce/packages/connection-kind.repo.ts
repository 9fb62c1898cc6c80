import { sqlOf, statement, type Tx } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { ShopKind } from "../core/package-problems";

const KIND = statement(
  "packages_connection_kind",
  "SELECT kind FROM connections WHERE merchant_id = $1::uuid AND id = $2::uuid",
);

/** What kind of shop a connection is to; null when the merchant has no such connection. */
export async function connectionKind(tx: Tx, merchantId: string, id: string): Promise<ShopKind | null> {
  if (!isId(id)) return null;
  const [row] = await sqlOf(tx).rows<{ kind: ShopKind }>(KIND, [merchantId, id]);
  return row?.kind ?? null;
}
