import type { ListLogsInput } from "@/lib/logs/schemas";
import { FILTERS, FILTER_VALUES } from "./words";

/** Filters as an address and an action take them: without the place and the order of the list. */
export type LogFilterValues = Readonly<Record<string, string>>;

/** Filters by the words in an address. */
const NAMES: Readonly<Record<string, string | ((count: number) => string)>> = FILTERS;

/** What of a list's query says which logs it shows. */
export function filterValues({ cursor: _cursor, limit: _limit, sort: _sort, ...filters }: ListLogsInput) {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** Filters in words, one a line: "Bot: support". */
export function filterWords({ ids, ...filters }: LogFilterValues): string[] {
  if (ids !== undefined) return [FILTERS.selected];
  return Object.entries(filters).map(
    ([name, value]) => `${NAMES[name] ?? name}: ${FILTER_VALUES[value] ?? value}`,
  );
}
