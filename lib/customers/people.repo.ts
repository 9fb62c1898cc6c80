import { type Sql, statement } from "@/lib/db";

/** A customer as answers show it (design.md §9). */
export type Customer = {
  externalId: string;
  email: string | null;
  name: string | null;
  roles: string[];
};

export type CustomerRow = Customer & { id: string; createdAt: Date };

const COLUMNS = `id, external_id AS "externalId", email, name, roles, created_at AS "createdAt"`;

const FIND = statement(
  "customers_find",
  `SELECT ${COLUMNS} FROM customers WHERE merchant_id = $1::uuid AND external_id = $2::text`,
);

const PAGE = statement(
  "customers_page",
  `SELECT ${COLUMNS} FROM customers
    WHERE merchant_id = $1::uuid AND id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
      AND ($3::text IS NULL OR external_id = $3::text OR lower(email) = lower($3::text))
    ORDER BY id DESC LIMIT $4::int`,
);

export async function findCustomer(
  sql: Sql,
  merchantId: string,
  externalId: string,
): Promise<CustomerRow | null> {
  const [row] = await sql.rows<CustomerRow>(FIND, [merchantId, externalId]);
  return row ?? null;
}

/** Newest first, one more than the limit. `search` is an exact id or e-mail address. */
export async function findCustomers(
  sql: Sql,
  page: { merchantId: string; below: string | null; search: string | null; limit: number },
): Promise<CustomerRow[]> {
  return sql.rows<CustomerRow>(PAGE, [page.merchantId, page.below, page.search, String(page.limit + 1)]);
}
