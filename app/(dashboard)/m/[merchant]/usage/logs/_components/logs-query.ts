import type { z } from "zod";
import { type ListLogsInput, listLogsInput, RANGES } from "@/lib/logs/schemas";

/** What the range is when the address names none. */
export const USUAL_RANGE = "30d";

/** Parameters that narrow the list, besides the range. */
const FILTERS = [
  "search",
  "module",
  "bot",
  "store",
  "customer",
  "model",
  "provider",
  "evidence",
  "guests",
  "failed",
  "unpriced",
  "refused",
  "from",
  "to",
] as const;

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the state of the list from the address. What does not parse counts as not given: an address that somebody
 * edited shows a list, not an error. Days asked for by name take the place of the range.
 */
export function readLogsQuery(params: Params): ListLogsInput {
  const given: ListLogsInput = { cursor: textOf(params, "cursor") };
  for (const name of [...FILTERS, "sort"] as const) take(given, name, textOf(params, name));
  if (given.from ?? given.to) return given;
  return { ...given, range: RANGES.find((range) => range === params["range"]) ?? USUAL_RANGE };
}

type Name = (typeof FILTERS)[number] | "sort";

function take<Each extends Name>(given: ListLogsInput, name: Each, value: string | undefined): void {
  if (value !== undefined && fits<ListLogsInput[Each]>(listLogsInput.shape[name], value)) given[name] = value;
}

function fits<Input>(shape: z.ZodType, value: unknown): value is Input {
  return shape.safeParse(value).success;
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
