"use client";

import { Button } from "@mantine/core";
import { ErrorState, type Failed } from "@/components/ui";

export default function AuthError({ error, retry }: Failed) {
  return (
    <ErrorState
      title="This did not work"
      reference={error.digest}
      action={<Button onClick={retry}>Try again</Button>}
    >
      Nothing was changed. The database may be away for a moment.
    </ErrorState>
  );
}
