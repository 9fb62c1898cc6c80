import type { TxScope } from "@/lib/db";
import type { LogSummary } from "./core/log";
import { conditionOf, type LogSelection, startParams } from "./log-conditions.repo";
import { findSaying, type Said, saidCondition } from "./log-search.repo";
import { askSummaries, pageText } from "./logs-read.repo";
import { beyond, type LogPage, type LogPlace, orderOf, readPage, type Search } from "./page-statements.repo";

/** Up to so many messages with the words are looked up wherever they are, or in the months looked into first. */
const FEW = 1_000;
const RECENT = 5_000;
/** At least so many days back are looked into first, and then. */
const RECENT_DAYS = [7, 100] as const;
const DAY_MILLIS = 86_400_000;

/**
 * The newest logs in which something was said, where the latest months alone fill the page: a word that is neither
 * rare nor common is in thousands of messages, and a page shows fifty of them. Otherwise how they are to be found,
 * where that has become clear.
 */
export async function findRecent(
  scope: TxScope,
  selection: LogSelection,
  page: LogPage,
): Promise<LogSummary[] | Said | null> {
  const { merchantId, search } = selection;
  if (search === null || page.oldestFirst) return null;
  const few = await findSaying(scope, { merchantId, search, most: FEW });
  if (few) return few;
  for (const days of RECENT_DAYS) {
    const since = startOfMonth(page.after?.lastAt ?? selection.until ?? page.now, days);
    const said = await findSaying(scope, { merchantId, search, since, most: RECENT });
    if (!said) return { way: "saying", param: search };
    const logs = await readSince({ scope, selection, said }, page, since);
    if (logs) return logs;
  }
  return null;
}

/** The page, where logs begun since then fill it; null where they do not. */
async function readSince(search: Search, page: LogPage, since: Date): Promise<LogSummary[] | null> {
  const recent = await readPage(search, page);
  const last = recent.at(-1);
  if (!last || recent.length < page.limit) return null;
  const returned = await findReturned(search, page, { since, last });
  return [...recent, ...returned].sort(newestFirst).slice(0, page.limit);
}

function newestFirst(a: LogPlace, b: LogPlace): number {
  return b.lastAt.getTime() - a.lastAt.getTime() || (a.id < b.id ? 1 : -1);
}

/** Of the month some days back: months of UTC are how logs are stored. */
function startOfMonth(latest: Date, days: number): Date {
  const at = new Date(Math.max(0, latest.getTime() - days * DAY_MILLIS));
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}

/** Logs begun before that go on after a place: few, for conversations end. */
async function findReturned(
  { scope, selection }: Search,
  page: LogPage,
  { since, last }: { since: Date; last: LogPlace },
): Promise<LogSummary[]> {
  const [params, order] = [startParams(), orderOf(page)];
  const selected = [
    conditionOf(selection, params),
    `l.id < tollgate_id_floor(${params.add(since.toISOString())}::timestamptz)`,
    `l.last_at >= ${params.add(last.lastAt.toISOString())}::timestamptz`,
    ...beyond(page, page.after, params),
    saidCondition({ way: "saying", param: selection.search }, params),
  ];
  return askSummaries(scope, { params, page: pageText(selected, order, page.limit), order });
}
