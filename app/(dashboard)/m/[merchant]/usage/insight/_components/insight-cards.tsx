import {
  type Change,
  changeOf,
  pointsOf,
  saidAgainst,
  shareOf,
  StatCard,
  StatCards,
} from "@/components/charts";
import { Count, Credits } from "@/components/ui";
import { formatShare } from "@/lib/kernel/format";
import { insightHref } from "./drill";
import type { Figure, InsightQuery } from "./insight-query";
import type { Figures, InsightView } from "./insight-view";
import { FIGURE_WORDS, TREND } from "./words";

type InsightCardsProps = { merchant: string; view: InsightView; query: InsightQuery };

/** Six figures of the range against the range before. A card's name shows it in the charts below. */
export function InsightCards({ merchant, view, query }: InsightCardsProps) {
  const { now, before } = view.totals;
  const about = (figure: Figure) => ({
    label: FIGURE_WORDS[figure].card,
    tip: FIGURE_WORDS[figure].cardTip,
    href: insightHref(merchant, { ...query, figure }),
  });
  const counted = (figure: Exclude<Figure, "credits" | "failures">) => (
    <StatCard {...about(figure)} {...trendOf(changeOf(now[figure] ?? 0n, before[figure] ?? 0n))}>
      <Count value={now[figure] ?? 0n} />
    </StatCard>
  );
  return (
    <StatCards>
      {counted("requests")}
      <StatCard {...about("credits")} {...trendOf(changeOf(now.credits, before.credits))}>
        <Credits micros={now.credits} />
      </StatCard>
      {counted("tokens")}
      {counted("customers")}
      <StatCard {...about("failures")} {...trendOf(rateChange(now, before))}>
        <span className="tg-num">{formatShare(now.failures, now.requests)}</span>
      </StatCard>
      {counted("refusals")}
    </StatCards>
  );
}

/** Where nothing ran in one of the two ranges, there is no rate to compare with. */
function rateChange(now: Figures, before: Figures): Change | null {
  if (now.requests === 0n || before.requests === 0n) return null;
  return pointsOf(shareOf(now.failures, now.requests), shareOf(before.failures, before.requests));
}

function trendOf(change: Change | null) {
  if (!change) return {};
  if (change.direction === "same") return { note: TREND.same };
  return { trend: { direction: change.direction, label: saidAgainst(change, TREND.onBefore) } };
}
