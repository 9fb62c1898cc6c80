import { type ChartSeries, type ChartUnit, DailyChart, shareOf } from "@/components/charts";
import { dayHref } from "./drill";
import type { Figure, InsightQuery } from "./insight-query";
import type { Figures, InsightView } from "./insight-view";
import { FIGURE_WORDS, PAGE, perDay, REFUSAL_WORDS } from "./words";

type InsightDaysProps = { merchant: string; view: InsightView; query: InsightQuery };

/** The chosen figure per day, the days before as a dashed line; a day leads to its logs. */
export function InsightDays({ merchant, view, query: { figure } }: InsightDaysProps) {
  const { name, tip, none } = FIGURE_WORDS[figure];
  const previous = view.days.map(({ before }) => figureOf(before, figure));
  const drill = dayHref(merchant, figure);
  return (
    <DailyChart
      title={perDay(name)}
      tip={tip}
      unit={UNITS[figure]}
      {...(figure === "refusals" ? refusalsOf(view) : oneOf(view, figure))}
      today={view.to}
      {...(previous.some((value) => value > 0n) ? { previous } : {})}
      {...(drill === null ? {} : { drill })}
      empty={none ?? PAGE.nothingRan}
    />
  );
}

/** A figure as charts draw it: failures are a share of the requests. */
export function figureOf(used: Figures, figure: Figure): bigint {
  return figure === "failures" ? shareOf(used.failures, used.requests) : (used[figure] ?? 0n);
}

export const UNITS: Record<Figure, ChartUnit> = {
  requests: "count",
  credits: "credits",
  tokens: "count",
  customers: "count",
  failures: "share",
  refusals: "count",
};

function oneOf({ days }: InsightView, figure: Figure) {
  const series: ChartSeries = {
    key: "value",
    label: FIGURE_WORDS[figure].name,
    tone: figure === "failures" ? "refused" : 1,
  };
  const points = days.map(({ day, now }) => ({ day, values: { value: figureOf(now, figure) } }));
  return { series: [series], points };
}

const TONES: Readonly<Record<string, ChartSeries["tone"]>> = {
  insufficient_credits: "refused",
  quota_exceeded: "quota",
  access_disabled: "debit",
  unpriced: "unpriced",
};

/** One above the other by the reason, those that occur. */
function refusalsOf({ days, refusals }: InsightView) {
  const codes = [...new Set(refusals.map(({ code }) => code))].sort();
  const series = (codes.length === 0 ? ["insufficient_credits"] : codes).map((code): ChartSeries => ({
    key: code,
    label: REFUSAL_WORDS[code] ?? code,
    tone: TONES[code] ?? 1,
  }));
  const points = days.map(({ day }) => ({
    day,
    values: Object.fromEntries(
      refusals.flatMap((each) => (each.day === day ? [[each.code, each.count]] : [])),
    ),
  }));
  return { series, points };
}
