import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getActivity, listLogs, listUsedModels } from "@/lib/logs";
import { listBots, listModules, listStores } from "@/lib/merchants";
import { LogCountText } from "./_components/log-count-text";
import { LogDetail } from "./_components/log-detail";
import { LogDetailSkeleton } from "./_components/log-detail-skeleton";
import { LogFilters } from "./_components/log-filters";
import { toLogRow } from "./_components/log-row";
import { LogsEmpty } from "./_components/logs-empty";
import { isFiltered, readLogsQuery, textOf } from "./_components/logs-query";
import { LogsTable } from "./_components/logs-table";
import { UsageSummary } from "./_components/usage-summary";

export const metadata: Metadata = { title: "Logs" };

const NAMES = { limit: 200 };

/** What ran, who used it, what it said and what it cost: the list, and one log of it in a drawer. */
export default async function LogsPage({ params, searchParams }: PageProps<"/m/[merchant]/usage/logs">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readLogsQuery(address);
  const openId = textOf(address, "log");
  const [page, activity, modules, bots, stores, models] = await Promise.all([
    listLogs(ctx, query),
    query.range ? getActivity(ctx, { range: query.range }) : null,
    listModules(ctx, NAMES),
    listBots(ctx, NAMES),
    listStores(ctx, NAMES),
    listUsedModels(ctx),
  ]);
  const names = { modules: modules.data, bots: bots.data, stores: stores.data };

  return (
    <>
      <PageHeader title="Logs" />
      {activity ? <UsageSummary merchant={merchant} activity={activity} names={names} /> : null}
      <LogFilters query={query} names={names} models={models} />
      <LogsTable
        rows={page.data.map((log) => toLogRow(log, names))}
        nextCursor={page.nextCursor}
        empty={<LogsEmpty merchant={merchant} filtered={isFiltered(query)} />}
        count={
          <Suspense fallback={null}>
            <LogCountText merchant={merchant} query={query} />
          </Suspense>
        }
      />
      <Drawer param="log" title="Log" width={760}>
        {openId ? (
          <Suspense key={openId} fallback={<LogDetailSkeleton />}>
            <LogDetail merchant={merchant} id={openId} names={names} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
