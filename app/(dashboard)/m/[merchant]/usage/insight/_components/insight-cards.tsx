import { changeOf, StatCard, StatCards } from "@/components/charts";
import { Count, Credits } from "@/components/ui";
import { formatShare } from "@/lib/kernel/format";
import { insightHref } from "./drill";
import type { Figure, InsightQuery } from "./insight-query";
import type { InsightView } from "./insight-view";

type InsightCardsProps = { merchant: string; view: InsightView; query: InsightQuery };

/** Five figures of the range against the range before. A card's name shows it in the charts below. */
export function InsightCards({ merchant, view, query }: InsightCardsProps) {
  const { now, before } = view.totals;
  const show = (figure: Figure) => ({ tip: TIPS[figure], href: insightHref(merchant, { ...query, figure }) });
  return (
    <StatCards>
      <StatCard label="Requests" {...show("requests")} {...trend(now.requests, before.requests)}>
        <Count value={now.requests} />
      </StatCard>
      <StatCard label="Credits" {...show("credits")} {...trend(now.credits, before.credits)}>
        <Credits micros={now.credits} />
      </StatCard>
      <StatCard label="Tokens" {...show("tokens")} {...trend(now.tokens, before.tokens)}>
        <Count value={now.tokens} />
      </StatCard>
      <StatCard
        label="Customers"
        tip="Different customers who sent at least one request. Guests are not in it."
        href={insightHref(merchant, { ...query, by: "customer" })}
        {...trend(view.customers.now, view.customers.before)}
      >
        <Count value={view.customers.now} />
      </StatCard>
      <StatCard
        label="Failure rate"
        {...show("failures")}
        note={before.requests === 0n ? null : `${formatShare(before.failures ?? 0n, before.requests)} before`}
      >
        <span className="tg-num">{formatShare(now.failures ?? 0n, now.requests)}</span>
      </StatCard>
    </StatCards>
  );
}

const TIPS: Record<Figure, string> = {
  requests: "Recorded requests of customers and guests, failed ones among them.",
  credits: "What requests cost, whoever paid: balances, quotas or nobody.",
  tokens: "Tokens of all kinds.",
  failures: "The share of requests that brought an error in one of their messages.",
};

function trend(now: bigint, before: bigint) {
  const change = changeOf(now, before);
  if (!change) return {};
  if (change.direction === "same") return { note: "as before" };
  return { trend: { direction: change.direction, label: `${change.short} on before` } };
}
