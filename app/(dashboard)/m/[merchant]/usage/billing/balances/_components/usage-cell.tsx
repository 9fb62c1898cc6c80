import { Credits } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import { fullness, type ScopeView } from "./balance-row";
import { DETAIL, WORDS } from "./words";

/** The scope that is nearest to its limit, and how many more there are. */
export function UsageCell({ usage }: { usage: readonly ScopeView[] }) {
  const active = usage.filter(({ used, held, limit }) => used > 0n || held > 0n || limit === 0n);
  const [first, ...others] = active;
  if (!first) return <span className="tg-quiet">{WORDS.none}</span>;
  return (
    <span className="tg-usage" data-tip={active.map(inWords).join("\n")}>
      <ScopeBar scope={first} />
      <span className="tg-cut">
        <Credits micros={first.used} />
        <span className="tg-quiet">
          {first.limit === null ? "" : ` / ${formatCredits(first.limit)}`} {first.name}
          {others.length > 0 ? `, +${others.length}` : ""}
        </span>
      </span>
    </span>
  );
}

function inWords({ name, used, limit }: ScopeView): string {
  const of = limit === null ? DETAIL.unlimited.toLowerCase() : `${DETAIL.of} ${formatCredits(limit)}`;
  return `${name}: ${formatCredits(used)} ${of}`;
}

/** Used and held against the limit; held is hatched. Without a limit there is nothing to fill. */
export function ScopeBar({ scope }: { scope: ScopeView }) {
  const full = fullness(scope);
  const used = fullness({ limit: scope.limit, used: scope.used, held: 0n });
  return (
    <span className="tg-scope-bar" aria-hidden data-full={full >= 1_000 || undefined}>
      {scope.limit === null ? null : (
        <>
          <span style={{ width: `${used / 10}%` }} />
          <span className="tg-hatch" style={{ width: `${(full - used) / 10}%` }} />
        </>
      )}
    </span>
  );
}
