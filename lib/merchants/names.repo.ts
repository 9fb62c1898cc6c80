import { type Sql, statement } from "@/lib/db";

/** An entry of the registry as far as its name goes. */
export type Named = { readonly kind: "module" | "bot" | "store"; readonly id: string; readonly name: string };

const MOST = 200;

const newest = (kind: Named["kind"], table: string) =>
  `(SELECT '${kind}' AS kind, id, name FROM ${table} WHERE merchant_id = $1::uuid
     ORDER BY created_at DESC, id DESC LIMIT ${MOST})`;

const NAMES = statement(
  "registry_names",
  [newest("module", "modules"), newest("bot", "bots"), newest("store", "stores")].join(" UNION ALL "),
);

export async function findNames(sql: Sql, merchantId: string): Promise<Named[]> {
  return sql.rows<Named>(NAMES, [merchantId]);
}
