/** The order of a list as the address holds it: "key" ascending, "-key" descending. */
export type SortDirection = "ascending" | "descending";

/** How a column stands in an order; null when the list is ordered by another. */
export function directionOf(sort: string | null, key: string): SortDirection | null {
  if (sort === key) return "ascending";
  return sort === `-${key}` ? "descending" : null;
}

/** The order after one more click on a header: descending first, since people look for the most and the newest. */
export function nextSort(sort: string | null, key: string): string {
  return directionOf(sort, key) === "descending" ? key : `-${key}`;
}
