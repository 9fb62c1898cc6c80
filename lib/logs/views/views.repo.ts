import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

/** A member's name for a list of logs: the parameters of its address. */
export type LogView = {
  readonly id: string;
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly createdAt: Date;
};

export type ViewOwner = { readonly merchantId: string; readonly memberId: string };

const OWN = "merchant_id = $1::uuid AND member_id = $2::uuid";

const LIST = statement(
  "log_views_list",
  `SELECT id, name, query, created_at AS "createdAt" FROM log_views WHERE ${OWN} ORDER BY lower(name), id`,
);

export async function findViews(scope: TxScope, owner: ViewOwner): Promise<LogView[]> {
  return sqlIn(scope).rows<LogView>(LIST, [owner.merchantId, owner.memberId]);
}

const INSERT = statement(
  "log_views_insert",
  `INSERT INTO log_views (merchant_id, member_id, id, name, query, created_at)
   SELECT $1::uuid, $2::uuid, $3::uuid, $4::text, $5::jsonb, $6::timestamptz
    WHERE (SELECT count(*) FROM log_views WHERE ${OWN}) < $7::int
   ON CONFLICT (merchant_id, member_id, name) DO NOTHING RETURNING id`,
);

/** False when the name is taken, or there are `most` views already. */
export async function insertView(
  scope: TxScope,
  owner: ViewOwner,
  { view, most }: { view: LogView; most: number },
): Promise<boolean> {
  const rows = await sqlIn(scope).rows(INSERT, [
    owner.merchantId,
    owner.memberId,
    view.id,
    view.name,
    JSON.stringify(view.query),
    view.createdAt.toISOString(),
    most.toString(),
  ]);
  return rows.length > 0;
}

const RENAME = statement(
  "log_views_rename",
  `UPDATE log_views v SET name = $4::text WHERE ${OWN} AND id = $3::uuid
      AND NOT EXISTS (SELECT FROM log_views o WHERE o.merchant_id = $1::uuid AND o.member_id = $2::uuid
                        AND o.name = $4::text AND o.id <> v.id)
   RETURNING id, name, query, created_at AS "createdAt"`,
);

/** Null when there is no such view, or another has the name. */
export async function renameView(
  scope: TxScope,
  owner: ViewOwner,
  { id, name }: { id: string; name: string },
): Promise<LogView | null> {
  const rows = await sqlIn(scope).rows<LogView>(RENAME, [owner.merchantId, owner.memberId, id, name]);
  return rows[0] ?? null;
}

const DELETE = statement(
  "log_views_delete",
  `DELETE FROM log_views WHERE ${OWN} AND id = $3::uuid RETURNING id`,
);

/** False when there is no such view. */
export async function removeView(scope: TxScope, owner: ViewOwner, id: string): Promise<boolean> {
  const rows = await sqlIn(scope).rows(DELETE, [owner.merchantId, owner.memberId, id]);
  return rows.length > 0;
}
