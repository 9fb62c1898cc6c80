import { BarList, type ChartSeries, type ChartUnit, DailyChart } from "@/components/charts";
import { SwitchLinks } from "@/components/data-table";
import { dayHref, partHref } from "./drill";
import { DIMENSIONS, type Dimension, type Figure, type InsightQuery } from "./insight-query";
import type { Figures, InsightView } from "./insight-view";

type InsightChartsProps = { merchant: string; view: InsightView; query: InsightQuery };

type Look = {
  readonly name: string;
  readonly unit: ChartUnit;
  readonly series: ChartSeries;
  readonly tip: string;
};

const LOOKS: Record<Figure, Look> = {
  requests: {
    name: "Requests",
    unit: "count",
    series: { key: "value", label: "Requests", tone: 1 },
    tip: "A day is a day of your time zone, the one on which a request was recorded.",
  },
  credits: {
    name: "Credits",
    unit: "credits",
    series: { key: "value", label: "Credits", tone: 1 },
    tip: "What requests cost, whoever paid.",
  },
  tokens: {
    name: "Tokens",
    unit: "count",
    series: { key: "value", label: "Tokens", tone: 1 },
    tip: "Tokens of all kinds.",
  },
  failures: {
    name: "Failed requests",
    unit: "count",
    series: { key: "value", label: "Failed requests", tone: "refused" },
    tip: "Requests that brought an error in one of their messages.",
  },
};

/** The chosen figure per day, the days before as a dashed line; a day leads to its logs. */
export function InsightDays({ merchant, view, query }: InsightChartsProps) {
  const { name, unit, series, tip } = LOOKS[query.figure];
  const valueOf = (used: Figures) => used[query.figure] ?? 0n;
  const previous = view.days.map(({ before }) => valueOf(before));
  return (
    <DailyChart
      title={`${name} per day`}
      tip={tip}
      unit={unit}
      series={[series]}
      points={view.days.map(({ day, now }) => ({ day, values: { value: valueOf(now) } }))}
      today={view.to}
      {...(previous.some((value) => value > 0n) ? { previous } : {})}
      drill={dayHref(merchant, query.figure)}
      empty="Nothing ran in these days."
    />
  );
}

const MOST_PARTS = 12;

const NAMES: Record<Dimension, string> = {
  module: "Module",
  model: "Model",
  bot: "Bot",
  customer: "Customer",
  store: "Store",
};

/** The chosen figure by module, model, bot, customer or store; a bar leads to its logs. */
export function InsightParts({ merchant, view, query }: InsightChartsProps) {
  const known = query.by === "customer" && query.figure === "failures" ? "requests" : query.figure;
  const { name, unit } = LOOKS[known];
  const valueOf = (used: Figures) => used[known] ?? 0n;
  return (
    <BarList
      title={`${name} by ${query.by}`}
      tip="The figures of the range, each one's share of all, and the change against the range before."
      noun={NAMES[query.by]}
      unit={unit}
      rows={view.parts
        .map(({ key, id, label, now, before }) => ({
          key,
          label,
          value: valueOf(now),
          before: valueOf(before),
          href: partHref(merchant, { ...query, figure: known }, id),
        }))
        .sort((a, b) => (b.value > a.value ? 1 : -1))
        .slice(0, MOST_PARTS)}
      total={valueOf(view.totals.now)}
      empty="Nothing ran in these days."
      actions={
        <SwitchLinks
          label="By"
          param="by"
          fallback="module"
          options={DIMENSIONS.map((value) => ({ value, label: NAMES[value] }))}
        />
      }
    />
  );
}
