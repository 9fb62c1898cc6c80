"use client";

import { type Failed, PageFailure } from "@/components/ui";

export default function ActivityError(failed: Failed) {
  return (
    <PageFailure page="Activity" title="The activity could not be read" {...failed}>
      No balance was changed. If it happens again, look into the server&rsquo;s log.
    </PageFailure>
  );
}
