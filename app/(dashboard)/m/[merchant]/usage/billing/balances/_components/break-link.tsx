"use client";

import { StateLink, useUrlState } from "@/components/ui";

/** Leads to the customer whose balance does not add up. */
export function BreakLink({ customer }: { customer: string }) {
  const { hrefBeside } = useUrlState();
  return <StateLink href={hrefBeside({ customer })}>{customer}</StateLink>;
}
