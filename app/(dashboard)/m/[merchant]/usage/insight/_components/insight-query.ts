import { RANGES, type Range } from "@/lib/logs/schemas";

/** What the range is when the address names none. */
export const USUAL_RANGE = "30d";

/** What the charts can show, by the word in the address. */
const FIGURES = ["requests", "credits", "tokens", "customers", "failures", "refusals"] as const;
export type Figure = (typeof FIGURES)[number];

/** What figures are broken down by. */
export const DIMENSIONS = ["module", "model", "bot", "customer", "store"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type InsightQuery = { readonly range: Range; readonly figure: Figure; readonly by: Dimension };

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the state of the page from the address. What does not parse counts as not given. */
export function readInsightQuery(params: Params): InsightQuery {
  return {
    range: RANGES.find((each) => each === params["range"]) ?? USUAL_RANGE,
    figure: FIGURES.find((each) => each === params["figure"]) ?? "requests",
    by: DIMENSIONS.find((each) => each === params["by"]) ?? "module",
  };
}
