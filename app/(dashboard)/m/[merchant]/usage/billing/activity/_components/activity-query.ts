import { RANGES, type Range } from "@/lib/logs/schemas";
import { ENTRY_TYPES, type EntryType } from "@/lib/wallets/core";

/** What the range is when the address names none. */
export const USUAL_RANGE = "30d";

/** What the chart can show, by the word in the address. */
export const CHARTS = ["used", "added", "requests", "tokens"] as const;
export type ChartView = (typeof CHARTS)[number];

export type ActivityQuery = {
  readonly range: Range;
  readonly chart: ChartView;
  readonly type: EntryType | null;
  readonly cursor: string | null;
};

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the state of the page from the address. What does not parse counts as not given. */
export function readActivityQuery(params: Params): ActivityQuery {
  const { cursor } = params;
  return {
    range: RANGES.find((each) => each === params["range"]) ?? USUAL_RANGE,
    chart: CHARTS.find((each) => each === params["chart"]) ?? "used",
    type: ENTRY_TYPES.find((each) => each === params["type"]) ?? null,
    cursor: typeof cursor === "string" && cursor !== "" ? cursor : null,
  };
}
