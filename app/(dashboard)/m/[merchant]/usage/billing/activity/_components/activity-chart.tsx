import { type ChartSeries, type ChartUnit, DailyChart } from "@/components/charts";
import { SwitchLinks } from "@/components/data-table";
import type { Activity, ActivityDay } from "@/lib/logs";
import { CHARTS, type ChartView } from "./activity-query";
import { CHART, WORDS } from "./words";

type View = {
  readonly unit: ChartUnit;
  readonly series: readonly ChartSeries[];
  readonly values: (day: ActivityDay) => Record<string, bigint>;
};

const VIEWS: Record<ChartView, View> = {
  used: {
    unit: "credits",
    series: [
      { key: "balance", label: CHART.used.series.balance, tone: "debit" },
      { key: "quota", label: CHART.used.series.quota, tone: "quota" },
      { key: "overdraft", label: CHART.used.series.overdraft, tone: "refused" },
    ],
    values: (day) => ({ balance: day.fromBalance, quota: day.fromQuota, overdraft: day.overdraft }),
  },
  added: {
    unit: "credits",
    series: [{ key: "added", label: CHART.added.series.added, tone: "credit" }],
    values: (day) => ({ added: day.creditsAdded }),
  },
  requests: {
    unit: "count",
    series: [
      { key: "fine", label: CHART.requests.series.fine, tone: 1 },
      { key: "failed", label: CHART.requests.series.failed, tone: "refused" },
    ],
    values: (day) => ({ fine: day.requests - day.failures, failed: day.failures }),
  },
  tokens: {
    unit: "count",
    series: [{ key: "tokens", label: CHART.tokens.series.tokens, tone: 1 }],
    values: (day) => ({ tokens: day.tokens }),
  },
};

type ActivityChartProps = {
  merchant: string;
  activity: Activity;
  before: Activity;
  view: ChartView;
  /** Today in the merchant's zone: not over yet. */
  today: string;
};

/** One figure per calendar day of the merchant's zone; a click leads to that day's logs. */
export function ActivityChart({ merchant, activity, before, view, today }: ActivityChartProps) {
  const { unit, series, values } = VIEWS[view];
  const { title, tip, empty } = CHART[view];
  const previous = before.series.map((day) =>
    Object.values(values(day)).reduce((sum, each) => sum + each, 0n),
  );
  return (
    <DailyChart
      title={title}
      tip={tip}
      unit={unit}
      series={series}
      points={activity.series.map((day) => ({ day: day.day, values: values(day) }))}
      {...(today === activity.to ? { today } : {})}
      {...(previous.some((each) => each > 0n) ? { previous } : {})}
      drill={`/m/${merchant}/usage/logs?from={day}&to={day}`}
      empty={empty}
      actions={
        <SwitchLinks
          label={WORDS.chart}
          param="chart"
          fallback="used"
          options={CHARTS.map((value) => ({ value, label: CHART[value].name }))}
        />
      }
    />
  );
}
