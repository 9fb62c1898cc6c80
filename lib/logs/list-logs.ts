import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { cursorInstant, decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { MOST_COUNTED } from "./count-logs";
import type { LogSummary } from "./core/log";
import type { LogSelection } from "./log-conditions.repo";
import { findSaid } from "./log-search.repo";
import { selectionOf } from "./log-selection";
import { findLogs } from "./logs-page.repo";
import { countLogsUpTo, findLogsByFigure, type LogFigure, MOST_MESSAGES } from "./logs-read.repo";
import { type ListLogsInput, listLogsInput } from "./schemas";

/**
 * Conversations and lone requests, the one with the latest activity first, without what was said.
 *
 * Filters narrow each other. `search` finds whole words in any case, all of them in one message. `from` and `to`
 * are about the latest activity and both included; `range` covers days of the merchant's zone up to today.
 * A page costs the same at any depth. `sort` by cost or tokens reads all logs that match, so it throws
 * `invalid_input` where `countLogs` says there are more than it counts. Throws `invalid_input` for a cursor of
 * another list, and `forbidden` when an actor bound to a store asks for another one.
 */
export async function listLogs(ctx: Ctx, input: ListLogsInput = {}): Promise<Page<LogSummary>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, sort, ...filters } = listLogsInput.parse(input);
  const selection = await selectionOf(ctx, filters);
  const page = { limit, cursor };
  return sort === "cost" || sort === "tokens"
    ? pageByFigure(ctx, selection, { ...page, figure: sort })
    : pageByTime(ctx, selection, { ...page, oldestFirst: sort === "oldest" });
}

type Wanted = { readonly limit: number; readonly cursor: string | undefined };

const instantPlace = z.tuple([cursorInstant, z.uuid()]).transform(([lastAt, id]) => ({ lastAt, id }));

async function pageByTime(
  ctx: Ctx,
  selection: LogSelection,
  { limit, cursor, oldestFirst }: Wanted & { oldestFirst: boolean },
): Promise<Page<LogSummary>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, instantPlace);
  const logs = await findLogs(ctx, selection, { after, limit: limit + 1, oldestFirst, now: ctx.now });
  return pageOf(logs, limit, (log) => [log.lastAt, log.id]);
}

const figurePlace = z
  .tuple([z.string().regex(/^\d{1,18}$/), z.uuid()])
  .transform(([figure, id]) => ({ figure: BigInt(figure), id }));

async function pageByFigure(
  ctx: Ctx,
  selection: LogSelection,
  { limit, cursor, figure }: Wanted & { figure: LogFigure },
): Promise<Page<LogSummary>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, figurePlace);
  const { capped } = await countLogsUpTo(ctx, selection, MOST_COUNTED);
  const said = await findSaid(ctx, selection, MOST_MESSAGES);
  if (capped || said.way === "saying") throw tooManyToSort(figure);
  const logs = await findLogsByFigure(ctx, { selection, said }, { figure, after, limit: limit + 1 });
  return pageOf(logs, limit, (log) => [log[figure].toString(), log.id]);
}

function tooManyToSort(figure: LogFigure): AppError {
  const message = `only ${MOST_COUNTED} logs can be sorted by ${figure}: narrow the filters`;
  return new AppError("invalid_input", `Too many logs match to sort them by ${figure}.`, {
    errors: [{ path: "sort", message }],
  });
}
