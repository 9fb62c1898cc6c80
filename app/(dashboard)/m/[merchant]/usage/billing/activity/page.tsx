import type { Metadata } from "next";
import { Suspense } from "react";
import { SwitchLinks } from "@/components/data-table";
import { PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getActivity } from "@/lib/logs";
import { RANGES } from "@/lib/logs/schemas";
import { ActivityCardRow } from "./_components/activity-card-row";
import { ActivityChart } from "./_components/activity-chart";
import { readActivityQuery, USUAL_RANGE } from "./_components/activity-query";
import { LedgerSection } from "./_components/ledger-section";

export const metadata: Metadata = { title: "Activity" };

/** What happened to credits in a range: four cards, a day-by-day chart, and the ledger itself. */
export default async function ActivityPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/activity">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readActivityQuery(address);
  const activity = await getActivity(ctx, { range: query.range });
  const before = await getActivity(ctx, activity.before);

  return (
    <>
      <PageHeader
        title="Activity"
        description="Credits are internal units. They do not replace what your AI providers bill you."
        actions={
          <SwitchLinks
            label="Range"
            param="range"
            fallback={USUAL_RANGE}
            options={RANGES.map((range) => ({ value: range, label: `${parseInt(range, 10)} days` }))}
          />
        }
      />
      <ActivityCardRow activity={activity} />
      <ActivityChart merchant={merchant} activity={activity} before={before} view={query.chart} />
      <Suspense fallback={<TableSkeleton rows={10} columns={7} />}>
        <LedgerSection merchant={merchant} begin={activity.begin} query={query} />
      </Suspense>
    </>
  );
}
