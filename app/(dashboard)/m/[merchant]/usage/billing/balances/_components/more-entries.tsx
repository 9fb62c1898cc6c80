"use client";

import { StateLink, useUrlState } from "@/components/ui";
import { DETAIL } from "./words";

/** Older entries of the customer, and the way back to the newest; the address holds the place. */
export function MoreEntries({ next, customer }: { next: string | null; customer: string }) {
  const { params, hrefBeside } = useUrlState();
  const first = params.get("entries") === null || params.get("of") !== customer;
  if (next === null && first) return null;
  return (
    <p className="tg-entries-more">
      {first ? null : (
        <StateLink href={hrefBeside({ entries: null, of: null })}>{DETAIL.ledgerNewest}</StateLink>
      )}
      {next === null ? null : (
        <StateLink href={hrefBeside({ entries: next, of: customer })}>{DETAIL.ledgerMore}</StateLink>
      )}
    </p>
  );
}
