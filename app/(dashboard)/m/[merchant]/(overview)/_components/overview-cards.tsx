import { changeOf, saidAgainst, StatCard, StatCards } from "@/components/charts";
import { Count, Credits, Instant } from "@/components/ui";
import type { Overview } from "@/lib/checks";
import { formatCount, formatCredits, formatShare } from "@/lib/kernel/format";
import { CARDS } from "./words";

type OverviewCardsProps = {
  merchant: string;
  overview: Overview;
  /** Of the merchant's zone. */
  today: string;
};

/** Is it running, and what is it costing: five figures, each with what it is compared with. */
export function OverviewCards({ merchant, overview, today: day }: OverviewCardsProps) {
  const { running, today, week, weekBefore, days, listPrice } = overview;
  const home = `/m/${merchant}`;
  return (
    <StatCards>
      <StatCard
        label={CARDS.hour.label}
        tip={CARDS.hour.tip}
        href={`${home}/usage/logs`}
        note={<HourNote running={running} />}
      >
        <Count value={running.lastHour} />
        {running.capped ? "+" : null}
      </StatCard>
      <StatCard
        label={CARDS.failures.label}
        tip={CARDS.failures.tip}
        href={`${home}/usage/logs?${new URLSearchParams({ failed: "true", from: day, to: day })}`}
        note={CARDS.failures.note(today.failures, today.requests)}
        days={days.map((day) => day.failures)}
      >
        <span className="tg-num">{formatShare(today.failures, today.requests)}</span>
      </StatCard>
      <StatCard
        label={CARDS.credits.label}
        tip={CARDS.credits.tip}
        href={`${home}/usage/billing/activity?range=7d`}
        {...trendOf(week.cost, weekBefore.cost)}
        note={
          <>
            <Credits micros={today.cost} /> {CARDS.credits.today}
          </>
        }
        days={days.map((day) => day.cost)}
      >
        <Credits micros={week.cost} />
      </StatCard>
      <StatCard
        label={CARDS.tokens.label}
        tip={CARDS.tokens.tip}
        href={`${home}/usage/insight?range=7d`}
        {...trendOf(week.tokens, weekBefore.tokens)}
        note={
          <>
            <Count value={today.tokens} /> {CARDS.tokens.today}
          </>
        }
        days={days.map((day) => day.tokens)}
      >
        <Count value={week.tokens} />
      </StatCard>
      <ListPriceCard listPrice={listPrice} />
    </StatCards>
  );
}

function HourNote({ running: { lastRequestAt, usualHour } }: Pick<Overview, "running">) {
  if (lastRequestAt === null) return CARDS.hour.never;
  return (
    <span>
      {usualHour === null ? CARDS.hour.noUsual : CARDS.hour.usual(usualHour)} · {CARDS.hour.last}{" "}
      <Instant at={lastRequestAt} />
    </span>
  );
}

function ListPriceCard({ listPrice }: Pick<Overview, "listPrice">) {
  const { nanoDollars, unknownRequests, asOf } = listPrice;
  const note =
    nanoDollars === null
      ? CARDS.list.none
      : unknownRequests > 0n
        ? CARDS.list.unknown(unknownRequests)
        : CARDS.list.all;
  return (
    <StatCard label={CARDS.list.label} tip={CARDS.list.tip(asOf)} note={note}>
      {nanoDollars === null ? <span className="tg-quiet">–</span> : <Dollars nanoDollars={nanoDollars} />}
    </StatCard>
  );
}

/** Dollars and cents, the exact figure in the tip. Credits have six places, as millionths of a dollar do. */
function Dollars({ nanoDollars }: { nanoDollars: bigint }) {
  const millionths = (nanoDollars + 500n) / 1_000n;
  const cents = (nanoDollars + 5_000_000n) / 10_000_000n;
  const text = `$${formatCount(cents / 100n)}.${(cents % 100n).toString().padStart(2, "0")}`;
  return (
    <span className="tg-num" data-tip={`$${formatCredits(millionths)}`}>
      {text}
    </span>
  );
}

function trendOf(now: bigint, before: bigint) {
  const change = changeOf(now, before);
  if (change === null || change.direction === "same") return {};
  return { trend: { direction: change.direction, label: saidAgainst(change, CARDS.onBefore) } };
}
