import { Stethoscope } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { diagnosePurchase } from "@/lib/commerce";
import type { Fix } from "@/lib/commerce/schemas";
import { placeOf, textOf } from "../_components/address";
import { AskForm } from "./_components/ask-form";
import { DiagnosisView } from "./_components/diagnosis-view";
import { PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

/** Asks about an order, and answers with every condition between it and its credits. */
export default async function DoctorPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/doctor">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  await requireMember(merchant);
  const query = textOf(address, "query");
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      <AskForm key={`ask ${query ?? ""}`} query={query ?? ""} />
      {query === null ? (
        <EmptyState title={PAGE.introTitle} icon={<Stethoscope size={18} aria-hidden />}>
          {PAGE.intro}
        </EmptyState>
      ) : (
        <Suspense key={query} fallback={<TableSkeleton rows={11} columns={3} />}>
          <Diagnoses merchant={merchant} query={query} />
        </Suspense>
      )}
    </>
  );
}

async function Diagnoses({ merchant, query }: { merchant: string; query: string }) {
  const ctx = await requireMember(merchant);
  const { diagnoses } = await diagnosePurchase(ctx, { query });
  if (diagnoses.length === 0) {
    return (
      <EmptyState
        title={PAGE.noneTitle}
        action={<LinkButton href={placeOf(merchant, "connections")}>{PAGE.connect}</LinkButton>}
      >
        {PAGE.none}
      </EmptyState>
    );
  }
  const mayFix = ({ kind }: Fix) => ctx.permissions.has(RIGHTS[kind]);
  return diagnoses.map((each) => (
    <DiagnosisView
      key={`${each.connection.id} ${each.purchase?.id ?? ""}`}
      merchant={merchant}
      query={query}
      diagnosis={each}
      mayFix={mayFix}
    />
  ));
}

/** What each way to mend needs. */
const RIGHTS = {
  enable_connection: "connections:write",
  set_up_webhooks: "connections:write",
  fetch_order: "connections:write",
  replay_delivery: "connections:write",
  refresh_purchase: "connections:write",
  assign_purchase: "credits:write",
  enable_package: "settings:write",
  map_product: "settings:write",
} as const;
