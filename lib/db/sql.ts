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

/** A PostgreSQL array literal of values that need no quoting: uuids, integers, booleans, instants. */
export function plainArray(values: readonly (string | bigint | number | boolean | null)[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : value)).join(",")}}`;
}

/** A PostgreSQL array literal of instants. */
export function instantArray(values: readonly (Date | null)[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : `"${value.toISOString()}"`)).join(",")}}`;
}

const NEEDS_ESCAPE = /["\\]/g;

/** A PostgreSQL array literal of any texts, JSON documents included (PostgreSQL manual §8.15.2). */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? "NULL" : `"${value.replace(NEEDS_ESCAPE, "\\$&")}"`)).join(",")}}`;
}

const SEPARATOR = "\u001e";
const ABSENT = "\u001d";

/**
 * JSON documents as one text, for `jsonItems` in the statement: JSON holds no control characters, so nothing has to be
 * escaped, which for many documents costs more than making them.
 */
export function jsonList(documents: readonly (string | null)[]): string {
  return documents.map((document) => document ?? ABSENT).join(SEPARATOR);
}

/** SQL that makes an array of the texts in parameter `place`, written by `jsonList`. */
export function jsonItems(place: number): string {
  return `string_to_array($${place}::text, E'\\x1e', E'\\x1d')`;
}
