import { type ListLogsInput, listLogsInput, RANGES } from "@/lib/logs/schemas";

/** What the range is when the address names none. */
export const USUAL_RANGE = "30d";

/** Parameters that narrow the list, besides the range. */
const FILTERS = ["search", "module", "bot", "store", "customer", "model", "provider", "from", "to"] as const;

type Params = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the state of the list from the address. What does not parse counts as not given: an address that somebody
 * edited shows a list, not an error. Days asked for by name take the place of the range.
 */
export function readLogsQuery(params: Params): ListLogsInput {
  const given: ListLogsInput = { cursor: textOf(params, "cursor") };
  for (const name of FILTERS) {
    const value = textOf(params, name);
    if (value !== undefined && listLogsInput.shape[name].safeParse(value).success) given[name] = value;
  }
  if (given.from ?? given.to) return given;
  return { ...given, range: RANGES.find((range) => range === params["range"]) ?? USUAL_RANGE };
}

/** Whether anything narrows the list besides its range. */
export function isFiltered(query: ListLogsInput): boolean {
  return FILTERS.some((name) => query[name] !== undefined);
}

/** A parameter given once and not empty. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
