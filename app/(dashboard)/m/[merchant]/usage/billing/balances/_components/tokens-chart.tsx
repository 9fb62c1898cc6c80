import { DailyChart } from "@/components/charts";
import { SwitchLinks } from "@/components/data-table";
import { Count } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getActivity } from "@/lib/logs";
import { type Range, RANGES } from "@/lib/logs/schemas";
import { USUAL_RANGE } from "./balances-query";
import { WORDS } from "./words";

/** What the whole merchant used, day by day, from the daily figures: the same cost at any size. */
export async function TokensChart({ merchant, range }: { merchant: string; range: Range }) {
  const ctx = await requireMember(merchant);
  const activity = await getActivity(ctx, { range });
  const before = await getActivity(ctx, activity.before);
  const previous = before.series.map((day) => day.tokens);
  return (
    <DailyChart
      title={WORDS.chart}
      tip={WORDS.chartTip}
      unit="count"
      height={160}
      figure={<Count value={activity.series.reduce((sum, day) => sum + day.tokens, 0n)} />}
      series={[{ key: "tokens", label: "Tokens", tone: 1 }]}
      points={activity.series.map((day) => ({ day: day.day, values: { tokens: day.tokens } }))}
      today={activity.to}
      {...(previous.some((each) => each > 0n) ? { previous } : {})}
      drill={`/m/${merchant}/usage/logs?from={day}&to={day}`}
      empty={WORDS.chartEmpty}
      actions={
        <SwitchLinks
          label={WORDS.range}
          param="range"
          fallback={USUAL_RANGE}
          options={RANGES.map((value) => ({ value, label: `${parseInt(value, 10)} days` }))}
        />
      }
    />
  );
}
