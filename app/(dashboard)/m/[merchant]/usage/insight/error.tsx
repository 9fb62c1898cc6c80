"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ErrorState, PageHeader, route } from "@/components/ui";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function InsightError({ error, retry }: ErrorProps) {
  const pathname = usePathname();
  return (
    <>
      <PageHeader title="Insight" />
      <div className="tg-surface">
        <ErrorState
          title="The figures could not be read"
          reference={error.digest}
          action={
            <>
              <Button onClick={retry}>Try again</Button>
              <Button component={Link} href={route(pathname)} variant="default">
                Open without filters
              </Button>
            </>
          }
        >
          Nothing was changed. If it happens again, look into the server&rsquo;s log.
        </ErrorState>
      </div>
    </>
  );
}
