import { Badge, Count, Credits, Instant, KeyValues, Section, StateLink } from "@/components/ui";
import { formatPlural } from "@/lib/kernel/format";
import type { QuotaSubjectUse, QuotaUsageDetail } from "@/lib/quotas";
import { USAGE } from "./words";

/** What the running period of a limit came to so far, and who used most of it. */
export function QuotaFigures({ merchant, detail }: { merchant: string; detail: QuotaUsageDetail }) {
  const { usage, top, quota } = detail;
  const [one, many] = USAGE.people[quota.audience === "guest" ? "guest" : "customer"];
  return (
    <Section title={USAGE.title}>
      <KeyValues
        items={[
          {
            label: USAGE.used,
            value: (
              <>
                <Credits micros={usage.used} /> · {formatPlural(usage.subjects, one, many)}
                {usage.capped ? "+" : ""} <Marks detail={detail} />
              </>
            ),
          },
          ...(usage.held > 0n ? [{ label: USAGE.held, value: <Credits micros={usage.held} /> }] : []),
          ...(usage.period.end ? [{ label: USAGE.resets, value: <Instant at={usage.period.end} /> }] : []),
        ]}
      />
      {usage.capped ? <p className="tg-quota-help">{USAGE.capped}</p> : null}
      {top.length === 0 ? (
        <p className="tg-quota-help">{USAGE.nobody}</p>
      ) : (
        <TopUsers merchant={merchant} top={top} limit={quota.limit} />
      )}
    </Section>
  );
}

function Marks({ detail: { usage, quota } }: { detail: QuotaUsageDetail }) {
  const near = usage.nearLimit - usage.atLimit;
  if (quota.limit === null || quota.limit === 0n) return null;
  return (
    <>
      {usage.atLimit > 0n ? (
        <Badge tone="refused">
          <Count value={usage.atLimit} /> {USAGE.at}
        </Badge>
      ) : null}{" "}
      {near > 0n ? (
        <Badge tone="held">
          <Count value={near} /> {USAGE.near}
        </Badge>
      ) : null}
    </>
  );
}

type TopUsersProps = { merchant: string; top: readonly QuotaSubjectUse[]; limit: bigint | null };

/** Who used most, as bars against the limit; a customer leads to what they did. */
export function TopUsers({ merchant, top, limit }: TopUsersProps) {
  const most = top.reduce((max, { used, held }) => (used + held > max ? used + held : max), limit ?? 1n);
  return (
    <ul className="tg-quota-top" aria-label={USAGE.top}>
      {top.map(({ kind, id, name, used, held }) => (
        <li key={id}>
          <StateLink href={hrefOf(merchant, kind, id)} className="tg-quota-user" dir="auto">
            {name ?? id}
          </StateLink>
          <span className="tg-quota-bar" aria-hidden>
            <span
              data-over={limit !== null && used + held >= limit ? true : undefined}
              style={{ width: `${Number(((used + held) * 1_000n) / (most === 0n ? 1n : most)) / 10}%` }}
            />
          </span>
          <Credits micros={used + held} />
        </li>
      ))}
    </ul>
  );
}

function hrefOf(merchant: string, kind: QuotaSubjectUse["kind"], id: string): string {
  const asked =
    kind === "customer"
      ? `customer=${encodeURIComponent(id)}`
      : `guest=true&session=${encodeURIComponent(id)}`;
  return `/m/${merchant}/limits/explain?${asked}`;
}
