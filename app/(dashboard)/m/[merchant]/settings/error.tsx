"use client";

import { type Failed, PageFailure } from "@/components/ui";
import { FAILURE } from "./_components/words";

export default function SettingsError(failed: Failed) {
  return (
    <PageFailure page={FAILURE.page} title={FAILURE.title} {...failed}>
      {FAILURE.help}
    </PageFailure>
  );
}
