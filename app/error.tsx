"use client";

import { Button } from "@mantine/core";
import { ErrorState, type Failed } from "@/components/ui";

/** Any page that could not be shown. */
export default function ErrorPage({ error, retry }: Failed) {
  return (
    <main id="main" className="tg-alone">
      <ErrorState
        title="This page could not be shown"
        level={1}
        reference={error.digest}
        action={
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it happens again, the reference below leads to the entry in the server’s log.
      </ErrorState>
    </main>
  );
}
