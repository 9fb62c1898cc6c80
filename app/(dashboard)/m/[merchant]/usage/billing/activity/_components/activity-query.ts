import type { ActivityInput, Range } from "@/lib/logs/schemas";
import { activityInput, RANGES } from "@/lib/logs/schemas";
import { ENTRY_TYPES, type EntryType } from "@/lib/wallets/core";

/** What the range is when the address names none. */
export const USUAL_RANGE = "30d";

/** What the chart can show, by the word in the address. */
export const CHARTS = ["used", "added", "requests", "tokens"] as const;
export type ChartView = (typeof CHARTS)[number];

/** Parameters that narrow the ledger; the days are on their own. */
const TEXTS = ["actor", "module", "model", "customer"] as const;

export type ActivityQuery = {
  /** A range up to today, or null where days are named. */
  readonly range: Range | null;
  readonly days: ActivityInput;
  readonly chart: ChartView;
  readonly type: EntryType | null;
  readonly texts: Readonly<Partial<Record<(typeof TEXTS)[number], string>>>;
  readonly cursor: string | null;
};

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the state of the page from the address. What does not parse counts as not given. */
export function readActivityQuery(params: Params): ActivityQuery {
  const named = { from: textOf(params, "from"), to: textOf(params, "to") };
  // One day alone stands for itself.
  const days = { from: named.from ?? named.to, to: named.to ?? named.from };
  const custom = days.from !== undefined && activityInput.safeParse(days).success;
  const range = RANGES.find((each) => each === params["range"]) ?? USUAL_RANGE;
  return {
    range: custom ? null : range,
    days: custom ? days : { range },
    chart: CHARTS.find((each) => each === params["chart"]) ?? "used",
    type: ENTRY_TYPES.find((each) => each === params["type"]) ?? null,
    texts: Object.fromEntries(
      TEXTS.flatMap((name) => {
        const text = textOf(params, name);
        return text === undefined ? [] : [[name, text]];
      }),
    ),
    cursor: textOf(params, "cursor") ?? null,
  };
}

/** Whether anything narrows the ledger besides its days. */
export function isNarrowed({ type, texts }: ActivityQuery): boolean {
  return type !== null || Object.keys(texts).length > 0;
}

/** The filters of the ledger as its verbs take them. */
export function ledgerFilters({ type, texts }: ActivityQuery) {
  const { customer, ...rest } = texts;
  return {
    ...rest,
    ...(type === null ? {} : { types: [type] }),
    ...(customer === undefined ? {} : { externalId: customer }),
  };
}

/** A parameter given once and not empty. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" && value.length <= 200 ? value : undefined;
}
