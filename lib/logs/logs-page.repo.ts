import { prisma, sqlOf, type TxScope } from "@/lib/db";
import type { LogSummary } from "./core/log";
import {
  frameOf,
  hasValues,
  looseFrameOf,
  type LogSelection,
  startParams,
  tracesOf,
  valuesOf,
} from "./log-conditions.repo";
import { findSaid, saidCondition } from "./log-search.repo";
import { askSummaries, pageText } from "./logs-read.repo";
import { beyond, type LogPage, type LogPlace, orderOf, readPage, type Search } from "./page-statements.repo";
import { findRecent } from "./recent-logs.repo";

/** A value that is in one of some hundred logs fills its page from so many. */
const WALKED = 10_000;

/**
 * In order of latest activity, newest first, after a place; at most `limit`.
 *
 * Where indexes in order of activity serve every filter, one statement reads the page. By a module, bot, store,
 * model or provider the nearest logs are walked first, which is all for a common value. For a rare one the stretches
 * of the table that may hold it are read, in windows of time that grow: what it costs depends on how much is found,
 * not on how much there is.
 */
export async function findLogs(
  scope: TxScope,
  selection: LogSelection,
  page: LogPage,
): Promise<LogSummary[]> {
  const recent = await findRecent(scope, selection, page);
  if (Array.isArray(recent)) return recent;
  const search = { scope, selection, said: recent ?? (await findSaid(scope, selection)) };
  if (search.said.way === "among" || !hasValues(selection)) return readPage(search, page);
  const near = await walk(search, page);
  if (near.length === page.limit) return near;
  const walked = await findWalked(search, page);
  return walked ? [...near, ...(await gather(search, page, { near: near.length, ...walked }))] : near;
}

/** The nearest logs of the page: the LIMIT inside keeps the walk short, the one outside ends it early. */
async function walk({ scope, selection, said }: Search, page: LogPage): Promise<LogSummary[]> {
  const [params, order] = [startParams(), orderOf(page)];
  const frame = [...frameOf(selection, params), ...beyond(page, page.after, params)];
  const wanted = [...valuesOf(selection, params), saidCondition(said, params)].join(" AND ");
  const nearest = pageText(frame, order, WALKED);
  const text = `SELECT l.* FROM (${nearest}) l WHERE ${wanted} ${order} LIMIT ${page.limit}`;
  return askSummaries(scope, { params, page: text, order });
}

/** How far a walk goes; null when it reaches every log there is. */
async function findWalked({ scope, selection }: Search, page: LogPage) {
  const [params, order] = [startParams(), orderOf(page)];
  const frame = [...frameOf(selection, params), ...beyond(page, page.after, params)].join(" AND ");
  const text = `SELECT "lastAt", id FROM (SELECT l.last_at AS "lastAt", l.id, row_number() OVER (${order}) AS place
      FROM logs l WHERE ${frame} ${order} LIMIT ${WALKED}) l WHERE place IN (1, ${WALKED}) ORDER BY place`;
  const ends = await sqlOf(scope.tx ?? prisma).rows<LogPlace>({ name: "logs_walked", text }, params.list);
  const [first, last] = ends;
  return first && last ? { first, last } : null;
}

type Walked = { readonly near: number; readonly first: LogPlace; readonly last: LogPlace };

/** As many times as far as the walk: after a walk that found nothing, the shorter one would not pay. */
const WINDOWS = [8, 64] as const;
const LOWEST_ID = "00000000-0000-0000-0000-000000000000";
const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

async function gather(search: Search, page: LogPage, walked: Walked): Promise<LogSummary[]> {
  const span = walked.last.lastAt.getTime() - walked.first.lastAt.getTime();
  const found: LogSummary[] = [];
  let after: LogPlace = walked.last;
  for (const times of [...WINDOWS.slice(walked.near === 0 ? 1 : 0), null]) {
    const limit = page.limit - walked.near - found.length;
    const end = times === null ? null : storable(walked.last.lastAt.getTime() + span * times);
    found.push(...(await readWindow(search, { ...page, after, limit }, end)));
    if (walked.near + found.length === page.limit || end === null) break;
    after = { lastAt: end, id: page.oldestFirst ? HIGHEST_ID : LOWEST_ID };
  }
  return found;
}

const LAST_MILLIS = Date.parse("9999-12-31T00:00:00Z");

/** Activity is in the years 1970 to 9999. */
function storable(millis: number): Date {
  return new Date(Math.min(Math.max(millis, 0), LAST_MILLIS));
}

/** The logs of a window of time, up to its end and without it. */
async function readWindow(
  { scope, selection, said }: Search,
  page: LogPage,
  end: Date | null,
): Promise<LogSummary[]> {
  const [params, order] = [startParams(), orderOf(page)];
  const inside = page.oldestFirst ? "<=" : ">=";
  const selected = [
    ...looseFrameOf(selection, params),
    ...valuesOf(selection, params),
    ...tracesOf(selection, params),
    saidCondition(said, params),
    ...beyond(page, page.after, params),
    ...(end ? [`l.last_at ${inside} ${params.add(end.toISOString())}::timestamptz`] : []),
  ];
  return askSummaries(scope, { params, page: pageText(selected, order, page.limit), order });
}
