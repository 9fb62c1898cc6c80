"use client";

import { type Failed, PageFailure } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function PricingError(failed: Failed) {
  return (
    <PageFailure page={WORDS.title} title={WORDS.failure.title} {...failed}>
      {WORDS.failure.text}
    </PageFailure>
  );
}
