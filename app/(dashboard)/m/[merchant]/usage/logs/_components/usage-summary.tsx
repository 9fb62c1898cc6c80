import { Count, Credits, StateLink } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { formatCount } from "@/lib/kernel/format";
import { getActivity } from "@/lib/logs";
import type { Range } from "@/lib/logs/schemas";
import { type Names, nameOf } from "./log-row";
import { USUAL_RANGE } from "./logs-query";

type UsageSummaryProps = { merchant: string; range: Range | null; names: Names };

/** What ran in the range, over all logs, whatever is filtered: totals, and which modules were busy. */
export async function UsageSummary({ merchant, range, names }: UsageSummaryProps) {
  const ctx = await requireMember(merchant);
  const { series, modules } = await getActivity(ctx, { range: range ?? USUAL_RANGE });
  const total = (column: "requests" | "failures" | "unpriced" | "tokens" | "cost") =>
    series.reduce((sum, day) => sum + day[column], 0n);
  const requests = total("requests");
  if (requests === 0n) return null;
  const base = `/m/${merchant}/usage/logs?${range && range !== USUAL_RANGE ? `range=${range}&` : ""}`;

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
      <Mark count={total("failures")} word="failed" tone="refused" />
      <Mark count={total("unpriced")} word="unpriced" tone="unpriced" />
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

function Mark({ count, word, tone }: { count: bigint; word: string; tone: "refused" | "unpriced" }) {
  if (count === 0n) return null;
  return (
    <span data-tone={tone} className="tg-log-summary-mark">
      <Count value={count} /> {word}
    </span>
  );
}
