import { z } from "zod";
import { AppError } from "./errors";
import { instantField } from "./fields";

/** One page of a list, newest first. `nextCursor` is null on the last page. */
export type Page<Row> = { data: Row[]; nextCursor: string | null };

const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;

/** `?limit=&cursor=` of every list; a list with filters extends it: `pageQuery.extend({ … })`. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(MAX_LIMIT, `must be at most ${MAX_LIMIT}`)
    .default(DEFAULT_LIMIT),
  cursor: z.string().max(2_000).optional(),
});

/** What a list is sorted by, in order, e.g. `[createdAt, id]`. Instants are kept to the millisecond. */
export type SortKey = readonly (string | number | Date | null)[];

/** Makes the opaque mark of a place in a list from the sort key of its last row. */
export function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/**
 * Reads a mark back. `shape` is the tuple of the list's sort key (instants through `cursorInstant`), so that a
 * mark of another list, or one made by hand, throws `invalid_input` instead of reaching a query.
 */
export function decodeCursor<Key>(cursor: string, shape: z.ZodType<Key>): Key {
  const parsed = shape.safeParse(readJson(cursor));
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_input", "The cursor is not one that this list gave out.", {
    errors: [{ path: "cursor", message: "is not one that this list gave out" }],
  });
}

/** An instant inside a sort key. */
export const cursorInstant = instantField;

/**
 * Cuts a page from rows that were read with `LIMIT limit + 1`: the row too many tells that there is a next page.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => SortKey): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data, nextCursor: more ? encodeCursor(keyOf(last)) : null };
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}
