import { prisma, readSql, sqlOf, statement, type Tx } from "@/lib/db";
import { readableColumns, type TenantTable } from "../core/tenant-tables";

const TABLES = statement(
  "merchants_tenant_tables",
  `SELECT c.relname AS name,
     (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
     (SELECT json_agg(a.attname ORDER BY k.place)
        FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
       WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
     coalesce((SELECT json_agg(DISTINCT r.relname) FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f'), '[]') AS needs
   FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT a.attisdropped)
  ORDER BY c.relname`,
);

/** Every table that holds rows of merchants, as the database knows them: also those that came later than this code. */
export async function findTenantTables(): Promise<TenantTable[]> {
  return readSql().rows<TenantTable>(TABLES, []);
}

const named = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** JSON has no whole numbers of this size, so they leave as text. */
const EXACT = new Set(["bigint", "numeric"]);

/** Rows of a page as JSON, and the key of the last one. */
export type RowPage = { readonly lines: string[]; readonly last: string[] | null };

type PageWish = {
  readonly merchantId: string;
  /** The key of the last row before, without the merchant; null at the beginning. */
  readonly after: readonly string[] | null;
  readonly rows: number;
  readonly bytes: number;
};

/** The next rows of a table in the order of its key, at most so many rows and about so many bytes, at least one row. */
export async function findRowPage(tx: Tx, table: TenantTable, wish: PageWish): Promise<RowPage> {
  const key = table.key.filter((name) => name !== "merchant_id");
  const typeOf = (name: string) => table.columns.find((each) => each.name === name)?.type ?? "text";
  const keyList = key.map((name) => `t.${named(name)}`).join(", ");
  const columns = readableColumns(table)
    .filter(({ name }) => name !== "merchant_id")
    .map(({ name, type }) => `t.${named(name)}${EXACT.has(type) ? `::text AS ${named(name)}` : ""}`);
  const after =
    wish.after === null || key.length === 0
      ? ""
      : `AND (${keyList}) > (${key.map((name, index) => `$${index + 2}::${typeOf(name)}`).join(", ")})`;
  const line = `row_to_json((SELECT r FROM (SELECT ${columns.join(", ")}) r))::text`;
  const keyTexts =
    key.length === 0 ? "ARRAY[]::text[]" : `ARRAY[${key.map((name) => `t.${named(name)}::text`).join(", ")}]`;
  const order = key.length === 0 ? "" : `ORDER BY ${keyList}`;
  const text = `SELECT line, key FROM (
      SELECT line, key, place, sum(octet_length(line)) OVER (ORDER BY place) - octet_length(line) AS before FROM (
        SELECT ${line} AS line, ${keyTexts} AS key, row_number() OVER (${order}) AS place
          FROM ${named(table.name)} t WHERE t.merchant_id = $1::uuid ${after} ${order} LIMIT ${wish.rows}) page) sized
     WHERE before < ${wish.bytes} ORDER BY place`;
  const params = [wish.merchantId, ...(key.length === 0 ? [] : (wish.after ?? []))];
  const found = await sqlOf(tx).rows<{ line: string; key: string[] }>(
    statement(`export_${table.name}`, text),
    params,
  );
  return { lines: found.map((row) => row.line), last: found.at(-1)?.key ?? null };
}

const PEOPLE = statement(
  "merchants_export_people",
  `SELECT json_build_object('member', m.id, 'email', u.email, 'name', u.name, 'role', m.role)::text AS line
     FROM members m JOIN users u ON u.id = m.user_id WHERE m.merchant_id = $1::uuid ORDER BY m.id`,
);
const MERCHANT = statement(
  "merchants_export_merchant",
  `SELECT row_to_json(m)::text AS line FROM merchants m WHERE id = $1::uuid`,
);

/** The merchant's own row and its people: what no table of tenants holds. */
export async function findHouse(
  tx: Tx,
  merchantId: string,
): Promise<{ merchant: string[]; people: string[] }> {
  const read = async (asked: typeof PEOPLE) =>
    (await sqlOf(tx).rows<{ line: string }>(asked, [merchantId])).map(({ line }) => line);
  return { merchant: await read(MERCHANT), people: await read(PEOPLE) };
}

type Piece = { readonly merchantId: string; readonly rows: number };

/**
 * Deletes at most so many rows of a merchant from a table, with people who are members nowhere any more by that; how
 * many rows went. Only for a merchant whose deletion has begun: append-only tables refuse others. Leaves no audit event,
 * since the trail goes too.
 */
export async function deleteRows(table: TenantTable, { merchantId, rows }: Piece): Promise<number> {
  const key = table.key.map(named).join(", ");
  const name = named(table.name);
  const some = `SELECT ${key} FROM ${name} WHERE merchant_id = $1::uuid LIMIT ${rows}`;
  return prisma.$transaction(async (tx) => {
    const people = table.name === "members" ? await findUserIds(tx, merchantId) : [];
    await tx.$executeRaw`SELECT set_config('tollgate.deleting_merchant', ${merchantId}, true)`;
    const deleted = await tx.$executeRawUnsafe(`DELETE FROM ${name} WHERE (${key}) IN (${some})`, merchantId);
    if (people.length > 0) {
      await tx.user.deleteMany({ where: { id: { in: people }, members: { none: {} } } });
    }
    return deleted;
  });
}

async function findUserIds(tx: Tx, merchantId: string): Promise<string[]> {
  const members = await tx.member.findMany({ where: { merchantId }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
