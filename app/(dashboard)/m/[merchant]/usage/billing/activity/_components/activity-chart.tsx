import { type ChartSeries, type ChartUnit, DailyChart } from "@/components/charts";
import { SwitchLinks } from "@/components/data-table";
import type { Activity, ActivityDay } from "@/lib/logs";
import { CHARTS, type ChartView } from "./activity-query";

type View = {
  readonly name: string;
  readonly title: string;
  readonly tip: string;
  readonly unit: ChartUnit;
  readonly series: readonly ChartSeries[];
  readonly values: (day: ActivityDay) => Record<string, bigint>;
  readonly empty: string;
};

const VIEWS: Record<ChartView, View> = {
  used: {
    name: "Used",
    title: "Credits used per day",
    tip: "What requests cost, by who paid. A request that a balance paid in part counts in both colours.",
    unit: "credits",
    series: [
      { key: "balance", label: "From balances", tone: "debit" },
      { key: "quota", label: "From quotas", tone: "quota" },
      { key: "overdraft", label: "Overdraft", tone: "refused" },
    ],
    values: (day) => ({ balance: day.fromBalance, quota: day.fromQuota, overdraft: day.overdraft }),
    empty: "No credits were used in these days.",
  },
  added: {
    name: "Added",
    title: "Credits added per day",
    tip: "Purchases, grants and positive adjustments.",
    unit: "credits",
    series: [{ key: "added", label: "Added", tone: "credit" }],
    values: (day) => ({ added: day.creditsAdded }),
    empty: "No credits were added in these days.",
  },
  requests: {
    name: "Requests",
    title: "Requests per day",
    tip: "Recorded requests; failed ones brought an error in one of their messages.",
    unit: "count",
    series: [
      { key: "fine", label: "Answered", tone: 1 },
      { key: "failed", label: "Failed", tone: "refused" },
    ],
    values: (day) => ({ fine: day.requests - day.failures, failed: day.failures }),
    empty: "No requests were recorded in these days.",
  },
  tokens: {
    name: "Tokens",
    title: "Tokens per day",
    tip: "Tokens of all kinds, over every module and store.",
    unit: "count",
    series: [{ key: "tokens", label: "Tokens", tone: 1 }],
    values: (day) => ({ tokens: day.tokens }),
    empty: "No tokens were used in these days.",
  },
};

type ActivityChartProps = { merchant: string; activity: Activity; before: Activity; view: ChartView };

/** One figure per calendar day of the merchant's zone; a click leads to that day's logs. */
export function ActivityChart({ merchant, activity, before, view }: ActivityChartProps) {
  const { title, tip, unit, series, values, empty } = VIEWS[view];
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
      today={activity.to}
      {...(previous.some((each) => each > 0n) ? { previous } : {})}
      drill={`/m/${merchant}/usage/logs?from={day}&to={day}`}
      empty={empty}
      actions={
        <SwitchLinks
          label="Chart"
          param="chart"
          fallback="used"
          options={CHARTS.map((value) => ({ value, label: VIEWS[value].name }))}
        />
      }
    />
  );
}
