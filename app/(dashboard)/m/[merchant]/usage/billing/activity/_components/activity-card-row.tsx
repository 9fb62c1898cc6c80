import "./activity.css";
import { changeOf, saidAgainst, StatCard, StatCards } from "@/components/charts";
import { Count, Credits, InfoTip } from "@/components/ui";
import type { Activity, ActivityOther } from "@/lib/logs";
import { CARDS, OTHER } from "./words";

type ActivityCardRowProps = { activity: Activity; before: Activity };

/** The four cards against the days before, and below them what is in none of them. */
export function ActivityCardRow({ activity, before }: ActivityCardRowProps) {
  const { cards, series, other } = activity;
  const [added, debited, quotaOnly, entries] = [
    trendOf(cards.creditsAdded, before.cards.creditsAdded),
    trendOf(cards.balanceDebited, before.cards.balanceDebited),
    trendOf(cards.quotaOnlyUsage, before.cards.quotaOnlyUsage),
    trendOf(cards.ledgerEntries, before.cards.ledgerEntries),
  ];
  return (
    <div className="tg-activity-cards">
      <StatCards>
        <StatCard
          {...CARDS.added}
          {...added}
          unit={CARDS.credits}
          days={series.map((day) => day.creditsAdded)}
        >
          <Credits micros={cards.creditsAdded} />
        </StatCard>
        <StatCard
          {...CARDS.debited}
          {...debited}
          unit={CARDS.credits}
          days={series.map((day) => day.balanceDebited)}
        >
          <Credits micros={cards.balanceDebited} />
        </StatCard>
        <StatCard
          label={CARDS.quotaOnly.label}
          tip={CARDS.quotaOnly.tip}
          {...quotaOnly}
          note={CARDS.quotaOnly.note(cards.quotaOnlyRequests)}
          unit={CARDS.credits}
          days={series.map((day) => day.quotaOnlyUsage)}
        >
          <Credits micros={cards.quotaOnlyUsage} />
        </StatCard>
        <StatCard {...CARDS.entries} {...entries} days={series.map((day) => day.ledgerEntries)}>
          <Count value={cards.ledgerEntries} />
        </StatCard>
      </StatCards>
      <OtherFigures other={other} />
    </div>
  );
}

function trendOf(now: bigint, before: bigint) {
  const change = changeOf(now, before);
  if (change === null) return {};
  if (change.direction === "same") return { note: CARDS.same };
  return { trend: { direction: change.direction, label: saidAgainst(change, CARDS.onBefore) } };
}

function OtherFigures({ other }: { other: ActivityOther }) {
  const shown = OTHER.rows.filter(({ key }) => other[key] > 0n);
  if (shown.length === 0) return null;
  return (
    <p className="tg-activity-other">
      <span className="tg-quiet">{OTHER.intro}</span>
      {shown.map(({ key, label, tip }) => (
        <span key={key}>
          <Credits micros={other[key]} /> {label} <InfoTip label={label} text={tip} />
        </span>
      ))}
    </p>
  );
}
