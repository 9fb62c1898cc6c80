/**
 * The one shape in which raw SQL is asked, whichever driver carries it: parameters are text with explicit
 * casts in the statement (`$1::uuid[]`), rows come back typed by the driver (bigint, Date, parsed jsonb).
 * So a repo's statement runs the same in a metered batch (`pg`, pipelined) and in a verb (Prisma).
 */
export type SqlParam = string | null;

export type Sql = {
  /** Runs a statement; `name` makes it a named prepared statement where the driver can. */
  rows<Row>(statement: Statement, params: readonly SqlParam[]): Promise<Row[]>;
};

export type Statement = { readonly name: string; readonly text: string };

/** Declares a statement once, at module level. The name must be unique in the program. */
export function statement(name: string, text: string): Statement {
  return { name, text };
}

type Plain = string | bigint | number | boolean | null;

// The writers of arrays are told what of each item to write, since a row is written as twenty arrays or more.

/** A PostgreSQL array literal of values that need no quoting: uuids, integers, booleans, instants. */
export function plainArray<Item>(items: readonly Item[], valueOf: (item: Item) => Plain): string {
  let literal = "";
  for (const item of items) literal += `,${valueOf(item) ?? "NULL"}`;
  return `{${literal.slice(1)}}`;
}

/** A PostgreSQL array literal of instants. */
export function instantArray<Item>(items: readonly Item[], valueOf: (item: Item) => Date | null): string {
  return plainArray(items, (item) => valueOf(item)?.toISOString() ?? null);
}

const NEEDS_ESCAPE = /["\\]/;
const ESCAPED = /["\\]/g;

/** A PostgreSQL array literal of any texts, JSON documents included (PostgreSQL manual §8.15.2). */
export function textArray<Item>(items: readonly Item[], valueOf: (item: Item) => string | null): string {
  return plainArray(items, (item) => {
    const text = valueOf(item);
    if (text === null) return null;
    return `"${NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, "\\$&") : text}"`;
  });
}

const SEPARATOR = "\u001e";
const ABSENT = "\u001d";

/**
 * JSON documents as one text, for `jsonItems` in the statement: JSON holds no control characters, so nothing has to be
 * escaped, which for many documents costs more than making them.
 */
export function jsonList<Item>(items: readonly Item[], valueOf: (item: Item) => string | null): string {
  let list = "";
  for (const item of items) list += `${SEPARATOR}${valueOf(item) ?? ABSENT}`;
  return list.slice(1);
}

/** SQL that makes an array of the texts in parameter `place`, written by `jsonList`. */
export function jsonItems(place: number): string {
  return `string_to_array($${place}::text, E'\\x1e', E'\\x1d')`;
}
