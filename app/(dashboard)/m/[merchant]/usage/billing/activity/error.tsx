"use client";

import { Button } from "@mantine/core";
import { ErrorState, PageHeader } from "@/components/ui";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function ActivityError({ error, reset }: ErrorProps) {
  return (
    <>
      <PageHeader title="Activity" />
      <div className="tg-surface">
        <ErrorState
          title="The activity could not be read"
          reference={error.digest}
          action={<Button onClick={reset}>Try again</Button>}
        >
          No balance was changed. If it happens again, look into the server&rsquo;s log.
        </ErrorState>
      </div>
    </>
  );
}
