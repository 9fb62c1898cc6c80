import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { ApiReference } from "@/components/api-reference";
import { PageSkeleton } from "@/components/ui";
import { openApiDocument } from "@/lib/api";
import { env } from "@/lib/kernel/env";

export const metadata: Metadata = { title: "API reference" };

export default function ApiReferencePage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Reference />
    </Suspense>
  );
}

async function Reference() {
  await connection(); // The address is a setting of the running server.
  return (
    <ApiReference
      document={openApiDocument()}
      server={env().url}
      keyVariable="TOLLGATE_API_KEY"
      links={
        <p>
          <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a>
        </p>
      }
    />
  );
}
