"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "./page-header";
import { route } from "./route";
import { ErrorState } from "./states";

/** What Next gives to an error page. `retry` asks the server again; `reset` would only draw the same answer again. */
export type Failed = { error: Error & { digest?: string }; retry: () => void };

type PageFailureProps = Failed & {
  /** The page that could not be shown, by its own title. */
  page: string;
  /** What happened. */
  title: string;
  /** What was not changed, and what to do. */
  children: ReactNode;
};

/** A page of the dashboard whose figures could not be read, inside its frame: ask again, or without the filters. */
export function PageFailure({ page, title, error, retry, children }: PageFailureProps) {
  const pathname = usePathname();
  return (
    <>
      <PageHeader title={page} />
      <div className="tg-surface">
        <ErrorState
          title={title}
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
          {children}
        </ErrorState>
      </div>
    </>
  );
}
