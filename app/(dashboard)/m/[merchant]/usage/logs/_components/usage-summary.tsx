import { Count, Credits, StateLink } from "@/components/ui";
import { formatCount } from "@/lib/kernel/format";
import type { Activity } from "@/lib/logs";
import { type Names, nameOf } from "./log-row";
import { SUMMARY } from "./words";

type UsageSummaryProps = { merchant: string; activity: Activity; names: Names };

/** What ran in the range, over all logs, whatever is filtered: totals, and which modules were busy. */
export function UsageSummary({ merchant, activity: { series, modules }, names }: UsageSummaryProps) {
  const total = (column: "requests" | "failures" | "unpriced" | "tokens" | "cost") =>
    series.reduce((sum, day) => sum + day[column], 0n);
  const requests = total("requests");
  if (requests === 0n) return null;
  const base = `/m/${merchant}/usage/logs?range=${series.length}d&`;

  return (
    <section className="tg-log-summary" aria-label={SUMMARY.label(series.length)}>
      <span className="tg-quiet">{SUMMARY.days(series.length)}</span>
      <span>
        <Count value={requests} /> {SUMMARY.requests}
      </span>
      <span>
        <Count value={total("tokens")} /> {SUMMARY.tokens}
      </span>
      <span>
        <Credits micros={total("cost")} /> {SUMMARY.credits}
      </span>
      <Mark count={total("failures")} word={SUMMARY.failed} tone="refused" href={`${base}failed=true`} />
      <Mark count={total("unpriced")} word={SUMMARY.unpriced} tone="unpriced" href={`${base}unpriced=true`} />
      <span className="tg-log-summary-modules">
        {modules.slice(0, MOST_MODULES).map((row) => (
          <StateLink
            key={row.module}
            href={`${base}module=${encodeURIComponent(row.module)}`}
            data-tip={SUMMARY.module(formatCount(row.requests), formatCount(row.tokens))}
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
