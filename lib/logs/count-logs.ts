import { type Ctx, requireCan } from "@/lib/access";
import { selectionOf } from "./log-selection";
import { countLogsUpTo } from "./logs-read.repo";
import { type ListLogsInput, listLogsInput } from "./schemas";

/** Nobody counts further than this. */
export const MOST_COUNTED = 10_000;

/** `capped`: there are more than `count`, and nobody counted them. */
export type LogCount = { readonly count: number; readonly capped: boolean };

/** How many logs the filters of `listLogs` select, counting no further than 10,000. Very seldom, of very common
 * words among very many logs that other filters select, it stops earlier and says so: `capped` with fewer. */
export async function countLogs(ctx: Ctx, input: ListLogsInput = {}): Promise<LogCount> {
  requireCan(ctx, "usage:read");
  const { limit: _limit, cursor: _cursor, sort: _sort, ...filters } = listLogsInput.parse(input);
  return countLogsUpTo(ctx, await selectionOf(ctx, filters), MOST_COUNTED);
}
