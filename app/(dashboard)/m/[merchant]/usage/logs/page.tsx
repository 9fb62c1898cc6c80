import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { readTableView, TableViewProvider, viewCookie, ViewMenu } from "@/components/data-table";
import { Drawer, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { dayOf } from "@/lib/kernel/format-time";
import { getActivity, listUsedModels } from "@/lib/logs";
import { listBots, listModules, listStores } from "@/lib/merchants";
import { LOG_COLUMNS, LOGS_TABLE } from "./_components/log-columns";
import { LogCountText } from "./_components/log-count-text";
import { LogDetail } from "./_components/log-detail";
import { LogDetailSkeleton } from "./_components/log-detail-skeleton";
import { LogFilters } from "./_components/log-filters";
import { toLogRow } from "./_components/log-row";
import { LogsEmpty } from "./_components/logs-empty";
import { isFiltered, readLogsQuery, textOf } from "./_components/logs-query";
import { LogsTable } from "./_components/logs-table";
import { readLogs } from "./_components/read-logs";
import { UsageSummary } from "./_components/usage-summary";

export const metadata: Metadata = { title: "Logs" };

const NAMES = { limit: 200 };

/** What ran, who used it, what it said and what it cost: the list, and one log of it in a drawer. */
export default async function LogsPage({ params, searchParams }: PageProps<"/m/[merchant]/usage/logs">) {
  const [{ merchant }, address, jar] = await Promise.all([params, searchParams, cookies()]);
  const ctx = await requireMember(merchant);
  const query = readLogsQuery(address);
  const openId = textOf(address, "log");
  const [page, activity, modules, bots, stores, models] = await Promise.all([
    readLogs(ctx, query),
    query.range ? getActivity(ctx, { range: query.range }) : null,
    listModules(ctx, NAMES),
    listBots(ctx, NAMES),
    listStores(ctx, NAMES),
    listUsedModels(ctx),
  ]);
  const names = { modules: modules.data, bots: bots.data, stores: stores.data };

  return (
    <div data-wide>
      <TableViewProvider
        table={LOGS_TABLE}
        choices={LOG_COLUMNS}
        initial={readTableView(jar.get(viewCookie(LOGS_TABLE))?.value)}
      >
        <PageHeader title="Logs" actions={<ViewMenu />} />
        {activity ? <UsageSummary merchant={merchant} activity={activity} names={names} /> : null}
        <LogFilters
          query={query}
          names={names}
          models={models}
          today={dayOf(ctx.now, ctx.merchant.timeZone)}
        />
        {page.unsorted ? (
          <p className="tg-log-notice">
            Too many logs match to sort them by this figure. They come by time; narrow the filters to sort.
          </p>
        ) : null}
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
      </TableViewProvider>
      <Drawer param="log" title="Log" width={760}>
        {openId ? (
          <Suspense key={openId} fallback={<LogDetailSkeleton />}>
            <LogDetail merchant={merchant} id={openId} names={names} />
          </Suspense>
        ) : null}
      </Drawer>
    </div>
  );
}
