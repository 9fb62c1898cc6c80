"use client";

import { type Failed, PageFailure } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function TroubleshootingError(failed: Failed) {
  return (
    <PageFailure page={WORDS.title} title={WORDS.failed} {...failed}>
      {WORDS.failedHelp}
    </PageFailure>
  );
}
