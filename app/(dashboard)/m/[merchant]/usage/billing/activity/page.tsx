import type { Metadata } from "next";
import { Suspense } from "react";
import { DayRange, SwitchLinks } from "@/components/data-table";
import { Drawer, LineSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { localDay } from "@/lib/kernel/time";
import { getActivity } from "@/lib/logs";
import { RANGES } from "@/lib/logs/schemas";
import { ActivityCardRow } from "./_components/activity-card-row";
import { ActivityChart } from "./_components/activity-chart";
import { readActivityQuery, textOf, USUAL_RANGE } from "./_components/activity-query";
import { EntryDetail } from "./_components/entry-detail";
import { LedgerSection } from "./_components/ledger-section";
import { WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

/** What happened to credits in some days: four cards, a day-by-day chart, and the ledger itself. */
export default async function ActivityPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/activity">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readActivityQuery(address);
  const activity = await getActivity(ctx, query.days);
  const before = await getActivity(ctx, activity.before);
  const today = localDay(ctx.merchant.timeZone, ctx.now);
  const entry = textOf(address, "entry");

  return (
    <div data-wide>
      <PageHeader
        title={WORDS.title}
        description={WORDS.description}
        actions={<Days range={query.range !== null} today={today} />}
      />
      <ActivityCardRow activity={activity} before={before} />
      <ActivityChart
        merchant={merchant}
        activity={activity}
        before={before}
        view={query.chart}
        today={today}
      />
      <Suspense fallback={<TableSkeleton rows={10} columns={7} />}>
        <LedgerSection merchant={merchant} begin={activity.begin} end={activity.end} query={query} />
      </Suspense>
      <Drawer param="entry" title={WORDS.entry} width={560}>
        {entry ? (
          <Suspense key={entry} fallback={<LineSkeleton />}>
            <EntryDetail merchant={merchant} id={entry} />
          </Suspense>
        ) : null}
      </Drawer>
    </div>
  );
}

/** Days that were asked for by name take the place of a range up to today. */
function Days({ range, today }: { range: boolean; today: string }) {
  return (
    <>
      {range ? (
        <SwitchLinks
          label={WORDS.range}
          param="range"
          fallback={USUAL_RANGE}
          options={RANGES.map((value) => ({ value, label: WORDS.days(parseInt(value, 10)) }))}
        />
      ) : null}
      <DayRange today={today} />
    </>
  );
}
