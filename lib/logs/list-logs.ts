import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { cursorInstant, decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import type { LogSummary } from "./core/log";
import { selectionOf } from "./log-selection";
import { findLogs } from "./logs-read.repo";
import { type ListLogsInput, listLogsInput } from "./schemas";

const place = z.tuple([cursorInstant, z.uuid()]);

/**
 * Conversations and lone requests, the one with the latest activity first, without what was said.
 *
 * Filters narrow each other. `search` finds whole words in any case, all of them in one message. `from` and `to`
 * are about the latest activity and both included; `range` covers days of the merchant's zone up to today.
 * A page costs the same at any depth. Throws `invalid_input` for a cursor of another list, and `forbidden` when
 * an actor bound to a store asks for another one.
 */
export async function listLogs(ctx: Ctx, input: ListLogsInput = {}): Promise<Page<LogSummary>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, ...filters } = listLogsInput.parse(input);
  const after = cursor === undefined ? null : decodeCursor(cursor, place);
  const selection = await selectionOf(ctx, filters);
  const logs = await findLogs(ctx, selection, {
    after: after && { lastAt: after[0], id: after[1] },
    limit: limit + 1,
  });
  return pageOf(logs, limit, (log) => [log.lastAt, log.id]);
}
