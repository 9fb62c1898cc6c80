"use client";

import { Button } from "@mantine/core";
import { ErrorState } from "@/components/ui";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function AuthError({ error, reset }: ErrorProps) {
  return (
    <ErrorState
      title="This did not work"
      reference={error.digest}
      action={<Button onClick={reset}>Try again</Button>}
    >
      Nothing was changed. The database may be away for a moment.
    </ErrorState>
  );
}
