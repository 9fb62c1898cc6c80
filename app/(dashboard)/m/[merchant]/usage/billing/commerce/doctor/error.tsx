"use client";

import { type Failed, PageFailure } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function DoctorError(failed: Failed) {
  return (
    <PageFailure page={PAGE.title} title={PAGE.failed} {...failed}>
      {PAGE.failedHelp}
    </PageFailure>
  );
}
