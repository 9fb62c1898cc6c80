import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { listLogsInput } from "../schemas";
import { type SaveLogViewInput, saveLogViewInput } from "./view-input";
import { nameTaken, requireOwner } from "./view-owner";
import { findViews, insertView, type LogView } from "./views.repo";

/** Nobody finds their way among more. */
const MOST_VIEWS = 50;

/** What a view keeps; where in the list one was, and how long a page is, belong to no view. */
const viewQuery = listLogsInput.omit({ cursor: true, limit: true });

/**
 * Keeps filters and sorting of the list of logs under a name of the member's own. A repeat with the same filters
 * gives the view that is there. Throws `conflict` when the name stands for other filters, or fifty views are there.
 */
export async function saveLogView(ctx: Ctx, input: SaveLogViewInput): Promise<LogView> {
  requireCan(ctx, "usage:read");
  const owner = requireOwner(ctx);
  const { name, query } = saveLogViewInput.parse(input);
  viewQuery.parse(query);

  const view = { id: newId(ctx.now), name, query, createdAt: ctx.now };
  if (await insertView(ctx, owner, { view, most: MOST_VIEWS })) return view;
  const same = (await findViews(ctx, owner)).find((each) => each.name === name);
  if (!same) throw new AppError("conflict", `You can save ${MOST_VIEWS} views. Delete one first.`);
  if (sameQuery(same.query, query)) return same;
  throw nameTaken(name);
}

function sameQuery(a: LogView["query"], b: LogView["query"]): boolean {
  const text = (query: LogView["query"]) => JSON.stringify(Object.entries(query).sort());
  return text(a) === text(b);
}
