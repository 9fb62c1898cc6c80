import { micros, type Micros } from "@/lib/kernel/micros";

/** What usage can be split by. */
export const INSIGHT_PARTS = ["day", "module", "model", "bot", "customer", "store"] as const;
export type InsightPart = (typeof INSIGHT_PARTS)[number];

type Figures = {
  readonly requests: bigint;
  readonly failures: bigint;
  readonly unpriced: bigint;
  readonly tokens: bigint;
  readonly cost: Micros;
  readonly overdraft: Micros;
  /** Requests that `authorize` refused. They are not among `requests`: nothing ran. */
  readonly refusals: bigint;
  /** Different customers: of a day, or of a whole period. Null where nobody counts them. */
  readonly customers: bigint | null;
};

/** Usage of one value in one of two periods, as the roll-up adds it up. */
export type UsedBy = Omit<Figures, "customers"> & {
  /** A day, or the value; "" is no bot, or no store. */
  readonly key: string;
  readonly provider: string | null;
  readonly name: string | null;
  readonly current: boolean;
};

/** Usage of one value, beside what it was in the period before. */
export type InsightRow = {
  readonly key: string;
  /** Of a model. */
  readonly provider: string | null;
  readonly now: Figures;
  readonly before: Figures;
};

export type InsightFigures = { readonly now: Figures; readonly before: Figures };

const NOTHING: Figures = {
  refusals: 0n,
  customers: null,
  requests: 0n,
  failures: 0n,
  unpriced: 0n,
  tokens: 0n,
  cost: micros(0n),
  overdraft: micros(0n),
};

/** Adds everything up, period by period. */
export function sumInsight(rows: readonly UsedBy[]): InsightFigures {
  const of = (current: boolean) => rows.filter((row) => row.current === current).reduce(add, NOTHING);
  return { now: of(true), before: of(false) };
}

function add(sum: Figures, row: UsedBy): Figures {
  return {
    customers: null,
    refusals: sum.refusals + row.refusals,
    requests: sum.requests + row.requests,
    failures: sum.failures + row.failures,
    unpriced: sum.unpriced + row.unpriced,
    tokens: sum.tokens + row.tokens,
    cost: micros(sum.cost + row.cost),
    overdraft: micros(sum.overdraft + row.overdraft),
  };
}

/** A row for each value of the period or the one before, the most expensive first, then the busiest. */
export function rankInsight(rows: readonly UsedBy[]): InsightRow[] {
  const byValue = new Map<string, UsedBy[]>();
  for (const row of rows) {
    const value = `${row.provider ?? ""}|${row.key}`;
    byValue.set(value, [...(byValue.get(value) ?? []), row]);
  }
  return [...byValue.values()]
    .flatMap(([first, ...rest]) =>
      first ? [{ key: first.key, provider: first.provider, ...sumInsight([first, ...rest]) }] : [],
    )
    .sort(
      (a, b) => compare(b.now.cost, a.now.cost) || compare(b.now.requests, a.now.requests) || byKey(a, b),
    );
}

/** The days of a period and of the one before, and how many customers each had; null where nobody counts them. */
export type DaySpans = {
  readonly days: readonly string[];
  readonly daysBefore: readonly string[];
  readonly customers: ReadonlyMap<string, bigint> | null;
};

/** A row for each calendar day of the period, each beside the day as far into the period before. */
export function pairDays(rows: readonly UsedBy[], { days, daysBefore, customers }: DaySpans): InsightRow[] {
  const of = new Map(rows.map((row) => [row.key, add(NOTHING, row)]));
  const figuresOf = (day: string): Figures => ({
    ...(of.get(day) ?? NOTHING),
    customers: customers && (customers.get(day) ?? 0n),
  });
  return days.map((key, index) => ({
    key,
    provider: null,
    now: figuresOf(key),
    before: figuresOf(daysBefore[index] ?? ""),
  }));
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byKey(a: InsightRow, b: InsightRow): number {
  return a.key < b.key ? -1 : 1;
}
