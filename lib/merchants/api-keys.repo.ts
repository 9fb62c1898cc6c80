import { type Scope, SCOPES } from "@/lib/access";
import { prisma, readSql, statement, type Tx, type TxScope } from "@/lib/db";

/** An API key as people read it; the key itself is not kept. */
export type ApiKey = {
  id: string;
  name: string;
  scopes: Scope[];
  store: string | null;
  lastUsedAt: Date | null;
  hint: string;
  createdAt: Date;
};

const COLUMNS = {
  id: true,
  name: true,
  scopes: true,
  store: true,
  lastUsedAt: true,
  hint: true,
  createdAt: true,
} as const;

type Owned = TxScope & { readonly merchantId: string };
type Row = Omit<ApiKey, "scopes"> & { scopes: string[] };

/** A scope that this version does not know gives nothing. */
function known(row: Row): ApiKey {
  return { ...row, scopes: SCOPES.filter((scope) => row.scopes.includes(scope)) };
}

/** Keys that are not revoked, newest first. With a store, only those bound to it. */
export async function findApiKeys(
  { merchantId, tx }: Owned,
  page: { limit: number; beforeId: string | null; store: string | null },
): Promise<ApiKey[]> {
  const rows = await (tx ?? prisma).apiKey.findMany({
    where: {
      merchantId,
      revokedAt: null,
      ...(page.beforeId === null ? {} : { id: { lt: page.beforeId } }),
      ...(page.store === null ? {} : { store: page.store }),
    },
    orderBy: { id: "desc" },
    take: page.limit + 1,
    select: COLUMNS,
  });
  return rows.map(known);
}

export async function findApiKey({ merchantId, tx }: Owned, id: string): Promise<ApiKey | null> {
  const row = await (tx ?? prisma).apiKey.findUnique({
    where: { merchantId_id: { merchantId, id }, revokedAt: null },
    select: COLUMNS,
  });
  return row && known(row);
}

type NewApiKey = Omit<ApiKey, "lastUsedAt"> & { merchantId: string; keyHash: Uint8Array<ArrayBuffer> };

export async function insertApiKey(tx: Tx, key: NewApiKey): Promise<void> {
  await tx.apiKey.create({ data: key, select: { id: true } });
}

export async function updateApiKeyName(tx: Tx, key: { merchantId: string; id: string }, name: string) {
  await tx.apiKey.update({ where: { merchantId_id: key }, data: { name }, select: { id: true } });
}

/** False when another request revoked it first. A trigger tells every server. */
export async function updateApiKeyRevoked(tx: Tx, key: { merchantId: string; id: string }, at: Date) {
  const { count } = await tx.apiKey.updateMany({
    where: { ...key, revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

const FIND_BY_HASH = statement(
  "api_keys_find_by_hash",
  `SELECT id, name, key_hash AS "keyHash", scopes, store, last_used_at AS "lastUsedAt"
     FROM api_keys WHERE merchant_id = $1::uuid AND key_hash = $2::bytea AND revoked_at IS NULL`,
);

export type HashedKey = Pick<ApiKey, "id" | "name" | "scopes" | "store" | "lastUsedAt"> & {
  keyHash: Uint8Array;
};

export async function findApiKeyByHash(merchantId: string, hash: Buffer): Promise<HashedKey | null> {
  const params = [merchantId, `\\x${hash.toString("hex")}`];
  const [row] = await readSql().rows<HashedKey>(FIND_BY_HASH, params);
  return row ? { ...row, scopes: SCOPES.filter((scope) => row.scopes.includes(scope)) } : null;
}

const TOUCH = statement(
  "api_keys_touch",
  `UPDATE api_keys SET last_used_at = $3::timestamptz
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND (last_used_at IS NULL OR last_used_at < $3::timestamptz)`,
);

export async function updateApiKeyLastUsed(merchantId: string, id: string, at: Date): Promise<void> {
  await readSql().rows(TOUCH, [merchantId, id, at.toISOString()]);
}
