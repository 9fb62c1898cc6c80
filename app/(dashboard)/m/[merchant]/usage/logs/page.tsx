import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { readTableView, TableViewProvider, viewCookie, ViewMenu } from "@/components/data-table";
import { Drawer, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { localDay } from "@/lib/kernel/time";
import { getActivity, listLogViews, listUsedModels, type LogView } from "@/lib/logs";
import type { ListLogsInput } from "@/lib/logs/schemas";
import { LogActionsMenu } from "./_components/actions-menu";
import { filterValues } from "./_components/log-action-filters";
import { LOG_COLUMNS, LOGS_TABLE } from "./_components/log-columns";
import { LogCountText } from "./_components/log-count-text";
import { LogDetail } from "./_components/log-detail";
import { LogDetailSkeleton } from "./_components/log-detail-skeleton";
import { LogFilters } from "./_components/log-filters";
import { LogNav } from "./_components/log-nav";
import { type Names, toLogRow } from "./_components/log-row";
import { LogsEmpty } from "./_components/logs-empty";
import { isFiltered, type Params, readLogsQuery, textOf } from "./_components/logs-query";
import { LogsTable } from "./_components/logs-table";
import { readLogs } from "./_components/read-logs";
import { readNames } from "./_components/read-names";
import { SavedViews } from "./_components/saved-views";
import { UsageSummary } from "./_components/usage-summary";
import { DETAIL, PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

/** What ran, who used it, what it said and what it cost: the list, and one log of it in a drawer. */
export default async function LogsPage({ params, searchParams }: PageProps<"/m/[merchant]/usage/logs">) {
  const [{ merchant }, address, jar] = await Promise.all([params, searchParams, cookies()]);
  const ctx = await requireMember(merchant);
  const query = readLogsQuery(address);
  const [page, activity, names, models, views] = await Promise.all([
    readLogs(ctx, query),
    query.range ? getActivity(ctx, { range: query.range }) : null,
    readNames(ctx),
    listUsedModels(ctx),
    listLogViews(ctx),
  ]);
  const view = readTableView(jar.get(viewCookie(LOGS_TABLE))?.value);
  const today = localDay(ctx.merchant.timeZone, ctx.now);

  return (
    <div data-wide>
      <TableViewProvider table={LOGS_TABLE} choices={LOG_COLUMNS} initial={view}>
        <PageHeader
          title={PAGE.title}
          actions={<Actions merchant={merchant} query={query} views={views} />}
        />
        {activity ? <UsageSummary merchant={merchant} activity={activity} names={names} /> : null}
        <LogFilters query={query} names={names} models={models} today={today} />
        {page.unsorted ? <p className="tg-log-notice">{PAGE.unsorted}</p> : null}
        <LogsTable
          merchant={merchant}
          mayDelete={ctx.permissions.has("logs:delete")}
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
      <LogDrawer merchant={merchant} address={address} ids={page.data.map((log) => log.id)} names={names} />
    </div>
  );
}

type ActionsProps = { merchant: string; query: ListLogsInput; views: readonly LogView[] };

function Actions({ merchant, query, views }: ActionsProps) {
  return (
    <>
      <SavedViews
        merchant={merchant}
        views={views}
        current={{ ...filterValues(query), ...(query.sort ? { sort: query.sort } : {}) }}
      />
      <ViewMenu />
      <Suspense fallback={null}>
        <LogActionsMenu merchant={merchant} filters={query} />
      </Suspense>
    </>
  );
}

type LogDrawerProps = { merchant: string; address: Params; ids: readonly string[]; names: Names };

/** The log that the address names, over the list it belongs to. */
function LogDrawer({ merchant, address, ids, names }: LogDrawerProps) {
  const id = textOf(address, "log");
  return (
    <Drawer
      param="log"
      title={DETAIL.title}
      width={760}
      actions={id ? <LogNav ids={ids} openId={id} /> : null}
    >
      {id ? (
        <Suspense key={id} fallback={<LogDetailSkeleton />}>
          <LogDetail
            merchant={merchant}
            id={id}
            names={names}
            search={textOf(address, "search")}
            plain={textOf(address, "text") === "plain"}
          />
        </Suspense>
      ) : null}
    </Drawer>
  );
}
