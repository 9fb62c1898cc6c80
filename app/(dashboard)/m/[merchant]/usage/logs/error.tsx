"use client";

import { Button } from "@mantine/core";
import { ErrorState, PageHeader } from "@/components/ui";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function LogsError({ error, reset }: ErrorProps) {
  return (
    <>
      <PageHeader title="Logs" />
      <div className="tg-surface">
        <ErrorState
          title="The logs could not be read"
          reference={error.digest}
          action={<Button onClick={reset}>Try again</Button>}
        >
          Nothing was changed. If it happens again, open the page without filters, or look into the
          server&rsquo;s log.
        </ErrorState>
      </div>
    </>
  );
}
