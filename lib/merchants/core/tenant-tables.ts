/** A table of merchants' rows, as the database describes it. */
export type TenantTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The primary key, `merchant_id` first. */
  readonly key: readonly string[];
  /** Tables that its rows point at. */
  readonly needs: readonly string[];
};

/** What a column is called that nobody outside may read, whatever is in it. */
const SECRET =
  /(^|_)(secrets?|hash|password|token|cipher|ciphertext|sealed|encrypted|nonce|credentials?|signature)(_|$)/;
/** Bytes are keys, hashes and ciphers here; search vectors are made from other columns. */
const UNREADABLE = new Set(["bytea", "tsvector"]);

/** The columns of a table that may leave the house. */
export function readableColumns({ columns }: TenantTable): TenantTable["columns"] {
  return columns.filter(({ name, type }) => !UNREADABLE.has(type) && !SECRET.test(name));
}

/**
 * The tables in an order in which their rows can go: whatever points at others comes before them. Tables that point at
 * each other in a circle come last, by name.
 */
export function deletionOrder(tables: readonly TenantTable[]): TenantTable[] {
  const left = new Map(tables.toSorted(byName).map((table) => [table.name, table]));
  const ordered: TenantTable[] = [];
  for (let found = true; found;) {
    const needed = new Set(
      [...left.values()].flatMap(({ name, needs }) => needs.filter((each) => each !== name)),
    );
    const free = [...left.values()].filter(({ name }) => !needed.has(name));
    for (const table of free) left.delete(table.name);
    ordered.push(...free);
    found = free.length > 0;
  }
  return [...ordered, ...left.values()];
}

function byName(a: TenantTable, b: TenantTable): number {
  return a.name < b.name ? -1 : 1;
}
