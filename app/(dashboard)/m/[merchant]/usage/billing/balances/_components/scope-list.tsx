"use client";

import { Button } from "@mantine/core";
import { Badge, Credits, Instant } from "@/components/ui";
import type { ScopeView } from "./balance-row";
import { Part } from "./part";
import { ScopeBar } from "./usage-cell";
import { useResets } from "./use-resets";
import { ACTS, DETAIL, MARKS } from "./words";

type ScopeListProps = {
  merchant: string;
  customer: { id: string; name: string };
  scopes: readonly ScopeView[];
  mayReset: boolean;
};

/** What was used of each quota against its limit, until when, with a reset of one or of all. */
export function ScopeList({ merchant, customer, scopes, mayReset }: ScopeListProps) {
  const { ask } = useResets(merchant, customer);
  const all =
    mayReset && scopes.length > 0 ? (
      <Button variant="default" size="compact-sm" onClick={() => ask(null)}>
        {ACTS.resetAll}
      </Button>
    ) : null;
  return (
    <Part title={DETAIL.scopes} none={scopes.length === 0 ? DETAIL.scopesNone : null} actions={all}>
      <ul className="tg-part-list tg-scopes">
        {scopes.map((scope) => (
          <li key={scope.id}>
            <span className="tg-cut">
              {scope.name} {scope.observed ? <Badge>{DETAIL.observed}</Badge> : null}{" "}
              {scope.overdraft > 0n ? (
                <Badge tone="refused" tip={MARKS.overdraft.tip}>
                  {MARKS.overdraft.label}
                </Badge>
              ) : null}
            </span>
            <ScopeBar scope={scope} />
            <span>
              <Credits micros={scope.used} />
              <span className="tg-quiet">
                {" / "}
                <Limit limit={scope.limit} />
                {scope.held > 0n ? (
                  <>
                    {" · "}
                    <Credits micros={scope.held} /> {DETAIL.held.toLowerCase()}
                  </>
                ) : null}
              </span>
            </span>
            <span className="tg-quiet">
              {scope.resetsAt === null ? null : (
                <>
                  {DETAIL.resets} <Instant at={scope.resetsAt} />
                </>
              )}
            </span>
            {mayReset ? (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`${ACTS.resetOne}: ${scope.name}`}
                onClick={() => ask({ scope: scope.scope, name: scope.name })}
              >
                {ACTS.resetOne}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Limit({ limit }: { limit: bigint | null }) {
  if (limit === null) return DETAIL.unlimited;
  return limit === 0n ? DETAIL.disabled : <Credits micros={limit} />;
}
