import type { TxScope } from "@/lib/db";
import type { LogSummary } from "./core/log";
import { conditionOf, type LogSelection, type Params, startParams } from "./log-conditions.repo";
import { type Said, saidCondition } from "./log-search.repo";
import { askSummaries, pageText } from "./logs-read.repo";

/** The place in the list, by latest activity, where a page begins. */
export type LogPlace = { readonly lastAt: Date; readonly id: string };

export type LogPage = {
  /** The last log before the page; null: from the beginning. */
  readonly after: LogPlace | null;
  readonly limit: number;
  /** Newest first unless it is said. */
  readonly oldestFirst?: boolean;
  /** What a page of the newest logs counts back from. */
  readonly now: Date;
};

export type Search = { readonly scope: TxScope; readonly selection: LogSelection; readonly said: Said };

/** On `logs l`. */
export function orderOf({ oldestFirst = false }: LogPage): string {
  const direction = oldestFirst ? "ASC" : "DESC";
  return `ORDER BY l.last_at ${direction}, l.id ${direction}`;
}

/** The page in one statement, by whatever index the planner finds best. */
export async function readPage({ scope, selection, said }: Search, page: LogPage): Promise<LogSummary[]> {
  const [params, order] = [startParams(), orderOf(page)];
  const selected = [
    conditionOf(selection, params),
    saidCondition(said, params),
    ...beyond(page, page.after, params),
  ];
  return askSummaries(scope, { params, page: pageText(selected, order, page.limit), order });
}

/** After a place. The instant alone is said too: an index that knows no pairs can use it. */
export function beyond({ oldestFirst }: LogPage, place: LogPlace | null, params: Params): string[] {
  if (!place) return [];
  const [at, id] = [params.add(place.lastAt.toISOString()), params.add(place.id)];
  const sign = oldestFirst ? ">" : "<";
  return [
    `l.last_at ${sign}= ${at}::timestamptz`,
    `(l.last_at, l.id) ${sign} (${at}::timestamptz, ${id}::uuid)`,
  ];
}
