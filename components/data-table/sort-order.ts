/** The order of a list as the address holds it: "key" ascending, "-key" descending, or words of the list's own. */
export type SortDirection = "ascending" | "descending";

/** A column's orders in the address. A figure that is only ever asked for as "the most" has no ascending one. */
type SortWords = { readonly descending: string; readonly ascending?: string };

export type ColumnSort = string | SortWords;

function wordsOf(column: ColumnSort): SortWords {
  return typeof column === "string" ? { descending: `-${column}`, ascending: column } : column;
}

/** How a column stands in an order; null when the list is ordered by another. */
export function directionOf(sort: string | null, column: ColumnSort): SortDirection | null {
  const { descending, ascending } = wordsOf(column);
  if (sort === null) return null;
  if (sort === descending) return "descending";
  return sort === ascending ? "ascending" : null;
}

/**
 * The order after one more click on a header: descending first, since people look for the most and the newest. A
 * column without an ascending order gives the list back its usual one (null).
 */
export function nextSort(sort: string | null, column: ColumnSort): string | null {
  const { descending, ascending = null } = wordsOf(column);
  return directionOf(sort, column) === "descending" ? ascending : descending;
}
