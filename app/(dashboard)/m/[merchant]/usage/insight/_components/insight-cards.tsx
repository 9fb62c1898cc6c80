import { changeOf, StatCard, StatCards } from "@/components/charts";
import { Count, Credits } from "@/components/ui";
import { formatShare } from "@/lib/kernel/format";
import { cardHref } from "./drill";
import type { Figure, InsightQuery } from "./insight-query";
import type { Day, InsightView } from "./insight-view";

type InsightCardsProps = { merchant: string; view: InsightView; query: InsightQuery };

/** Five figures of the range against the range before. A card's name shows it in the charts below. */
export function InsightCards({ merchant, view, query }: InsightCardsProps) {
  const now = sumOf(view.days);
  const before = sumOf(view.daysBefore);
  const link = (figure: Figure) => ({ href: cardHref(merchant, query, figure) });
  return (
    <StatCards>
      <StatCard
        label="Requests"
        tip={TIPS.requests}
        {...link("requests")}
        {...trend(now.requests, before.requests)}
      >
        <Count value={now.requests} />
      </StatCard>
      <StatCard
        label="Credits"
        tip={TIPS.credits}
        {...link("credits")}
        {...trend(now.credits, before.credits)}
      >
        <Credits micros={now.credits} />
      </StatCard>
      <StatCard label="Tokens" tip={TIPS.tokens} {...link("tokens")} {...trend(now.tokens, before.tokens)}>
        <Count value={now.tokens} />
      </StatCard>
      <StatCard
        label="Customers"
        tip={TIPS.customers}
        {...link("customers")}
        {...trend(view.customers, view.customersBefore)}
      >
        <Count value={view.customers} />
      </StatCard>
      <StatCard
        label="Failure rate"
        tip={TIPS.failures}
        note={`before: ${formatShare(before.failures, before.requests)}`}
        {...link("failures")}
      >
        <span className="tg-num">{formatShare(now.failures, now.requests)}</span>
      </StatCard>
    </StatCards>
  );
}

const TIPS: Record<Figure, string> = {
  requests: "Recorded requests of customers and guests, failed ones among them.",
  credits: "What requests cost, whoever paid: balances, quotas or nobody.",
  tokens: "Tokens of all kinds, and one for each image and video.",
  customers: "Different customers who sent at least one request. Guests are not in it.",
  failures: "The share of requests that brought an error in one of their messages.",
};

function trend(now: bigint, before: bigint) {
  const change = changeOf(now, before);
  if (!change) return {};
  if (change.direction === "same") return { note: "as before" };
  return { trend: { direction: change.direction, label: `${change.short} on before` } };
}

function sumOf(days: readonly Day[]) {
  const sum = (figure: "requests" | "credits" | "tokens" | "failures") =>
    days.reduce((total, day) => total + day[figure], 0n);
  return {
    requests: sum("requests"),
    credits: sum("credits"),
    tokens: sum("tokens"),
    failures: sum("failures"),
  };
}
