import "./activity.css";
import { StatCard, StatCards } from "@/components/charts";
import { Count, Credits, InfoTip } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import type { Activity, ActivityOther } from "@/lib/logs";

/** The four cards, and below them what is in none of them. */
export function ActivityCardRow({ activity: { cards, other } }: { activity: Activity }) {
  return (
    <div className="tg-activity-cards">
      <StatCards>
        <StatCard
          label="Credits added"
          unit="credits"
          tip="Purchases, grants and positive adjustments. Credits that were given back after a dispute are not in it."
        >
          <Credits micros={cards.creditsAdded} />
        </StatCard>
        <StatCard
          label="Balance debited"
          unit="credits"
          tip="What requests took from balances. Expiry, refunds and negative adjustments are not in it."
        >
          <Credits micros={cards.balanceDebited} />
        </StatCard>
        <StatCard
          label="Quota-only usage"
          unit="credits"
          note={formatPlural(cards.quotaOnlyRequests, "request")}
          tip="Usage that did not deduct a balance: guests, and customers whose balance was empty. Requests that a balance paid in part are not in it."
        >
          <Credits micros={cards.quotaOnlyUsage} />
        </StatCard>
        <StatCard label="Ledger entries" tip="All records in the range, of every type.">
          <Count value={cards.ledgerEntries} />
        </StatCard>
      </StatCards>
      <OtherFigures other={other} />
    </div>
  );
}

const OTHERS: readonly { key: keyof ActivityOther; label: string; tip: string }[] = [
  {
    key: "expired",
    label: "expired",
    tip: "Credits of lots that reached their end, when the expiry was booked",
  },
  { key: "refunded", label: "taken back", tip: "Credits taken back by refunds and disputes" },
  { key: "disputesReversed", label: "given back", tip: "Credits given back after disputes were won" },
  { key: "takenAway", label: "taken away", tip: "Negative adjustments" },
  { key: "overdraft", label: "overdraft", tip: "Usage that neither a balance nor a quota covered" },
];

function OtherFigures({ other }: { other: ActivityOther }) {
  const shown = OTHERS.filter(({ key }) => other[key] > 0n);
  if (shown.length === 0) return null;
  return (
    <p className="tg-activity-other">
      <span className="tg-quiet">Also in this range, and in no card:</span>
      {shown.map(({ key, label, tip }) => (
        <span key={key}>
          <Credits micros={other[key]} /> {label} <InfoTip label={label} text={tip} />
        </span>
      ))}
    </p>
  );
}
