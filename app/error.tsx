"use client";

import { Button } from "@mantine/core";
import { ErrorState } from "@/components/ui";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Any page that could not be shown. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main id="main" className="tg-alone">
      <ErrorState
        title="This page could not be shown"
        level={1}
        reference={error.digest}
        action={
          <Button variant="default" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it happens again, the reference below leads to the entry in the server’s log.
      </ErrorState>
    </main>
  );
}
