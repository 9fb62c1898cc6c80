"use client";

import { type Failed, PageFailure } from "@/components/ui";

export default function BalancesError(failed: Failed) {
  return (
    <PageFailure page="Balances" title="The balances could not be read" {...failed}>
      No balance was changed. If it happens again, look into the server&rsquo;s log.
    </PageFailure>
  );
}
