import type { ListLogsInput } from "@/lib/logs/schemas";

/** Filters as an address and an action take them: without the place and the order of the list. */
export type LogFilterValues = Readonly<Record<string, string>>;

/** What of a list's query says which logs it shows. */
export function filterValues({ cursor: _cursor, limit: _limit, sort: _sort, ...filters }: ListLogsInput) {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

const LABELS: Readonly<Record<string, string>> = {
  search: "Search",
  module: "Module",
  bot: "Bot",
  store: "Store",
  customer: "Customer",
  model: "Model",
  provider: "Provider",
  evidence: "Evidence",
  guests: "Guests",
  failed: "Failed",
  unpriced: "Unpriced",
  refused: "Overdraft",
  from: "From",
  to: "To",
  range: "Range",
};

const RANGES: Readonly<Record<string, string>> = {
  "7d": "last 7 days",
  "30d": "last 30 days",
  "90d": "last 90 days",
};
const FLAGS: Readonly<Record<string, string>> = { true: "yes", false: "no" };

/** Filters in words, one a line: "Bot: support". */
export function filterWords({ ids, ...filters }: LogFilterValues): string[] {
  if (ids !== undefined) return ["The selected logs"];
  return Object.entries(filters).map(
    ([name, value]) => `${LABELS[name] ?? name}: ${RANGES[value] ?? FLAGS[value] ?? value}`,
  );
}
