import { DailyChart } from "@/components/charts";
import type { Overview } from "@/lib/checks";
import { CHART } from "./words";

const SERIES = [
  { key: "balance", label: CHART.series.balance, tone: "debit" },
  { key: "quota", label: CHART.series.quota, tone: "quota" },
  { key: "overdraft", label: CHART.series.overdraft, tone: "refused" },
] as const;

type OverviewChartProps = { merchant: string; overview: Overview; today: string };

/** Seven days of credits by who paid; a click leads to the day's logs. */
export function OverviewChart({ merchant, overview, today }: OverviewChartProps) {
  return (
    <DailyChart
      title={CHART.title}
      tip={CHART.tip}
      unit="credits"
      series={SERIES}
      points={overview.days.map(({ day, fromBalance, fromQuota, overdraft }) => ({
        day,
        values: { balance: fromBalance, quota: fromQuota, overdraft },
      }))}
      today={today}
      drill={`/m/${merchant}/usage/logs?from={day}&to={day}`}
      empty={CHART.empty}
    />
  );
}
