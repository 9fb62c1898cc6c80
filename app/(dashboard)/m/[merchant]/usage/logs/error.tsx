"use client";

import { type Failed, PageFailure } from "@/components/ui";

export default function LogsError(failed: Failed) {
  return (
    <PageFailure page="Logs" title="The logs could not be read" {...failed}>
      Nothing was changed. If it happens again, open the page without filters, or look into the server&rsquo;s
      log.
    </PageFailure>
  );
}
