import { Badge, Credits, KeyValues, Section } from "@/components/ui";
import type { ExplainedLimits, ExplainedQuota } from "@/lib/checks";
import { formatCredits } from "@/lib/kernel/format";
import { ExplainedTable } from "./explained-table";
import { audienceName, type ExplainedRow, reasonOf } from "./explained-row";
import type { Places } from "./read-places";
import { WORDS } from "./words";

type ExplainedViewProps = { merchant: string; limits: ExplainedLimits; places: Places };

/** The answer: what passes now and who says no first, then every limit with its verdict. */
export function ExplainedView({ merchant, limits, places }: ExplainedViewProps) {
  const { tightest, quotas } = limits;
  const first = quotas.find((each) => each.quota.id === tightest);
  return (
    <>
      <Section title={WORDS.answer}>
        <div className="tg-surface tg-explain-answer">
          {limits.outcome ? <Outcome limits={limits} places={places} /> : null}
          <KeyValues
            items={[
              { label: WORDS.most, value: <Most limits={limits} /> },
              { label: WORDS.tightest, value: first ? nameOf(first, places) : WORDS.nothing },
              { label: WORDS.balance, value: <BalanceLine limits={limits} /> },
              ...(limits.kind === "customer"
                ? [{ label: WORDS.roles, value: limits.roles.join(", ") || WORDS.noRoles }]
                : []),
            ]}
          />
        </div>
      </Section>
      <Section title={WORDS.list}>
        <ExplainedTable
          merchant={merchant}
          timeZone={limits.timeZone}
          rows={quotas.map((each) => toRow(each, { limits, places }))}
        />
      </Section>
    </>
  );
}

function Most({ limits: { most } }: { limits: ExplainedLimits }) {
  return most === null ? (
    WORDS.unlimited
  ) : (
    <span data-tip={WORDS.mostTip}>
      <Credits micros={most} /> {WORDS.credits}
    </span>
  );
}

function BalanceLine({ limits: { balance, frozen } }: { limits: ExplainedLimits }) {
  if (balance === null) return WORDS.noBalance;
  return (
    <>
      <Credits micros={balance.total} />
      {balance.held > 0n ? (
        <>
          {" · "}
          <Credits micros={balance.held} /> {WORDS.held}
        </>
      ) : null}{" "}
      {frozen ? <Badge tone="refused">{WORDS.frozen}</Badge> : null}
    </>
  );
}

function Outcome({ limits: { outcome, quotas }, places }: { limits: ExplainedLimits; places: Places }) {
  if (outcome === null) return null;
  const cost = formatCredits(outcome.cost);
  const by = quotas.find((each) => each.quota.id === outcome.refusedBy);
  return (
    <p className="tg-explain-outcome" role="status">
      <Badge tone={outcome.allowed ? "credit" : "refused"}>
        {outcome.allowed ? WORDS.passes : WORDS.refuses}
      </Badge>{" "}
      {outcome.allowed ? WORDS.allowed(cost) : WORDS.refused(cost)}{" "}
      {outcome.allowed
        ? WORDS.paidBy(formatCredits(outcome.fromBalance), formatCredits(outcome.fromQuota))
        : by
          ? WORDS.by(nameOf(by, places))
          : null}
    </p>
  );
}

function nameOf({ quota }: ExplainedQuota, places: Places): string {
  return `${audienceName(quota)}, ${placeOf({ quota }, places)}`;
}

function placeOf({ quota: { module, bot, store } }: Pick<ExplainedQuota, "quota">, places: Places): string {
  const label = (named: Places["modules"], id: string) =>
    named.find((each) => each.value === id)?.label ?? id;
  const parts = [
    ...(module === null ? [] : [label(places.modules, module)]),
    ...(bot === null ? [] : [label(places.bots, bot)]),
    ...(store === null ? [] : [label(places.stores, store)]),
  ];
  return parts.join(" · ") || WORDS.any;
}

function toRow(
  each: ExplainedQuota,
  { limits, places }: { limits: ExplainedLimits; places: Places },
): ExplainedRow {
  const rival = limits.quotas.find((other) => other.quota.id === each.outrankedBy)?.quota ?? null;
  return {
    id: each.quota.id,
    name: audienceName(each.quota),
    where: placeOf(each, places),
    limit: each.quota.limit,
    used: each.used + each.held,
    remaining: each.remaining,
    resetsAt: each.resetsAt,
    verdict: each.verdict,
    tightest: each.quota.id === limits.tightest,
    why: reasonOf(each, { rival, where: placeOf(each, places) }),
  };
}
