"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ErrorState, PageHeader, route } from "@/components/ui";

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function LogsError({ error, retry }: ErrorProps) {
  const pathname = usePathname();
  return (
    <>
      <PageHeader title="Logs" />
      <div className="tg-surface">
        <ErrorState
          title="The logs could not be read"
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
          Nothing was changed. If it happens again, open the page without filters, or look into the
          server&rsquo;s log.
        </ErrorState>
      </div>
    </>
  );
}
