import { type Sql, statement, textArray } from "@/lib/db";

/** An entry of the registry: something of the merchant's that requests may name. */
type Entry = { id: string; name: string; createdAt: Date };
export type Store = Entry & { url: string | null };
export type Module = Entry;
/** A bot or a form, by the module it belongs to. */
export type Feature = Entry & { module: string };

export type RegistryPage = { limit: number; after: readonly [Date, string] | null; module: string | null };

type Shape = { table: "stores" | "modules" | "bots" | "forms"; own: "url" | "module_id" | null };

export const storeTable = registryOf<Store>({ table: "stores", own: "url" });
export const moduleTable = registryOf<Module>({ table: "modules", own: null });
export const botTable = registryOf<Feature>({ table: "bots", own: "module_id" });
export const formTable = registryOf<Feature>({ table: "forms", own: "module_id" });

/** The same few statements for each of the four tables; `own` is the column that only it has. */
function registryOf<Row extends Entry>({ table, own }: Shape) {
  const shown = { url: ", url", module_id: ", module_id AS module" };
  const columns = `id, name, created_at AS "createdAt"${own ? shown[own] : ""}`;
  const ofModule = own === "module_id" ? "AND ($5::text IS NULL OR module_id = $5::text)" : "";
  const one = "WHERE merchant_id = $1::uuid AND id = $2::text";

  const LIST = statement(
    `${table}_list`,
    `SELECT ${columns} FROM ${table}
      WHERE merchant_id = $1::uuid AND ($2::timestamptz IS NULL OR (created_at, id) < ($2::timestamptz, $3::text)) ${ofModule}
      ORDER BY created_at DESC, id DESC LIMIT $4::int`,
  );
  const FIND = statement(`${table}_find`, `SELECT ${columns} FROM ${table} ${one}`);
  const INSERT = statement(
    `${table}_insert`,
    `INSERT INTO ${table} (merchant_id, id, name, created_at${own ? `, ${own}` : ""})
     VALUES ($1::uuid, $2::text, $3::text, $4::timestamptz${own ? ", $5::text" : ""})
     ON CONFLICT DO NOTHING RETURNING ${columns}`,
  );
  const UPDATE = statement(
    `${table}_update`,
    `UPDATE ${table} SET name = $3::text${own === "url" ? ", url = $4::text" : ""} ${one} RETURNING ${columns}`,
  );
  const DELETE = statement(`${table}_delete`, `DELETE FROM ${table} ${one} RETURNING id`);

  return {
    async find(sql: Sql, merchantId: string, id: string): Promise<Row | null> {
      const [row] = await sql.rows<Row>(FIND, [merchantId, id]);
      return row ?? null;
    },
    /** One row more than the limit tells of a next page. */
    async list(sql: Sql, merchantId: string, page: RegistryPage): Promise<Row[]> {
      const [at, id] = page.after ?? [];
      const params = [merchantId, at?.toISOString() ?? null, id ?? null, String(page.limit + 1)];
      return sql.rows<Row>(LIST, own === "module_id" ? [...params, page.module] : params);
    },
    /** Null when the id is taken. */
    async insert(sql: Sql, merchantId: string, entry: Entry & { own?: string | null }): Promise<Row | null> {
      const params = [merchantId, entry.id, entry.name, entry.createdAt.toISOString()];
      const [row] = await sql.rows<Row>(INSERT, own ? [...params, entry.own ?? null] : params);
      return row ?? null;
    },
    /** Null when there is no such entry. Only a store's address can change besides the name. */
    async update(sql: Sql, merchantId: string, entry: { id: string; name: string; url?: string | null }) {
      const params = [merchantId, entry.id, entry.name];
      const [row] = await sql.rows<Row>(UPDATE, own === "url" ? [...params, entry.url ?? null] : params);
      return row ?? null;
    },
    /** False when there was no such entry. */
    async delete(sql: Sql, merchantId: string, id: string): Promise<boolean> {
      return (await sql.rows(DELETE, [merchantId, id])).length === 1;
    },
  };
}

const DELETE_BOTS = statement(
  "bots_delete_of_module",
  "DELETE FROM bots WHERE merchant_id = $1::uuid AND module_id = $2::text",
);
const DELETE_FORMS = statement(
  "forms_delete_of_module",
  "DELETE FROM forms WHERE merchant_id = $1::uuid AND module_id = $2::text",
);

export async function deleteFeaturesOf(sql: Sql, merchantId: string, moduleId: string): Promise<void> {
  await sql.rows(DELETE_BOTS, [merchantId, moduleId]);
  await sql.rows(DELETE_FORMS, [merchantId, moduleId]);
}

const ADD_MODULES = statement(
  "modules_add",
  `INSERT INTO modules (merchant_id, id, name, created_at)
   SELECT $1::uuid, k.id, k.name, $4::timestamptz FROM unnest($2::text[], $3::text[]) AS k(id, name) ORDER BY k.id
   ON CONFLICT DO NOTHING`,
);
const ADD_STORES = statement(
  "stores_add",
  `INSERT INTO stores (merchant_id, id, name, created_at)
   SELECT $1::uuid, k.id, k.id, $3::timestamptz FROM unnest($2::text[]) AS k(id) ORDER BY k.id
   ON CONFLICT DO NOTHING`,
);
const ADD_BOTS = statement("bots_add", addFeatures("bots"));
const ADD_FORMS = statement("forms_add", addFeatures("forms"));

function addFeatures(table: "bots" | "forms"): string {
  return `INSERT INTO ${table} (merchant_id, id, module_id, name, created_at)
   SELECT $1::uuid, k.id, k.module, k.id, $4::timestamptz FROM unnest($2::text[], $3::text[]) AS k(id, module) ORDER BY k.id
   ON CONFLICT DO NOTHING`;
}

export type NewRows = {
  readonly modules: readonly { id: string; name: string }[];
  readonly bots: readonly { id: string; module: string }[];
  readonly forms: readonly { id: string; module: string }[];
  readonly stores: readonly string[];
  readonly at: Date;
};

/** Adds what is not there yet; modules first, because bots and forms point at them. In order, so that no two deadlock. */
export async function addRows(sql: Sql, merchantId: string, rows: NewRows): Promise<void> {
  const { modules, bots, forms, stores } = rows;
  const at = rows.at.toISOString();
  const ids = (entries: readonly { id: string }[]) => textArray(entries, (each) => each.id);
  const owners = (entries: readonly { module: string }[]) => textArray(entries, (each) => each.module);

  if (modules.length > 0) {
    const names = textArray(modules, (each) => each.name);
    await sql.rows(ADD_MODULES, [merchantId, ids(modules), names, at]);
  }
  if (bots.length > 0) await sql.rows(ADD_BOTS, [merchantId, ids(bots), owners(bots), at]);
  if (forms.length > 0) await sql.rows(ADD_FORMS, [merchantId, ids(forms), owners(forms), at]);
  if (stores.length > 0) await sql.rows(ADD_STORES, [merchantId, textArray(stores, (id) => id), at]);
}
