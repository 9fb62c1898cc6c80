"use client";

import { type Failed, PageFailure } from "@/components/ui";

export default function CustomerPageError(failed: Failed) {
  return (
    <PageFailure page="Customer page" title="The settings of the customer page could not be read" {...failed}>
      Nothing was changed, and the page itself goes on working.
    </PageFailure>
  );
}
