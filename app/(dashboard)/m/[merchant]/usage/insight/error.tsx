"use client";

import { type Failed, PageFailure } from "@/components/ui";

export default function InsightError(failed: Failed) {
  return (
    <PageFailure page="Insight" title="The figures could not be read" {...failed}>
      Nothing was changed. If it happens again, look into the server&rsquo;s log.
    </PageFailure>
  );
}
