import { Count, Credits, StateLink } from "@/components/ui";
import { formatCount } from "@/lib/kernel/format";
import type { Activity } from "@/lib/logs";
import { type Names, nameOf } from "./log-row";

type UsageSummaryProps = { merchant: string; activity: Activity; names: Names };

/** What ran in the range, over all logs, whatever is filtered: totals, and which modules were busy. */
export function UsageSummary({ merchant, activity: { series, modules }, names }: UsageSummaryProps) {
  const total = (column: "requests" | "failures" | "unpriced" | "tokens" | "cost") =>
    series.reduce((sum, day) => sum + day[column], 0n);
  const requests = total("requests");
  if (requests === 0n) return null;
  const base = `/m/${merchant}/usage/logs?range=${series.length}d&`;

  return (
    <section className="tg-log-summary" aria-label={`All usage of the last ${series.length} days`}>
      <span className="tg-quiet">Last {series.length} days</span>
      <span>
        <Count value={requests} /> requests
      </span>
      <span>
        <Count value={total("tokens")} /> tokens
      </span>
      <span>
        <Credits micros={total("cost")} /> credits
      </span>
      <Mark count={total("failures")} word="failed" tone="refused" href={`${base}failed=true`} />
      <Mark count={total("unpriced")} word="unpriced" tone="unpriced" href={`${base}unpriced=true`} />
      <span className="tg-log-summary-modules">
        {modules.slice(0, MOST_MODULES).map((row) => (
          <StateLink
            key={row.module}
            href={`${base}module=${encodeURIComponent(row.module)}`}
            data-tip={`${formatCount(row.requests)} requests, ${formatCount(row.tokens)} tokens`}
          >
            {nameOf(names.modules, row.module)} <Count value={row.requests} />
          </StateLink>
        ))}
      </span>
    </section>
  );
}

const MOST_MODULES = 6;

type MarkProps = { count: bigint; word: string; tone: "refused" | "unpriced"; href: string };

function Mark({ count, word, tone, href }: MarkProps) {
  if (count === 0n) return null;
  return (
    <StateLink href={href} data-tone={tone} className="tg-log-summary-mark">
      <Count value={count} /> {word}
    </StateLink>
  );
}
