import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { startTask, type TaskKey } from "@/lib/tasks";
import { type DeleteLogsInput, deleteLogsInput } from "../schemas";
import { countDoomed } from "./deletion.repo";
import { doomedBy, type LogDeletionInput } from "./doomed-by";

/** A deletion that has begun, and how many logs it is about. */
export type LogDeletion = { readonly task: TaskKey; readonly total: number };

/** How many logs `deleteLogs` would delete now, exactly. Throws as it does. */
export async function countDeletableLogs(ctx: Ctx, input: DeleteLogsInput): Promise<number> {
  requireCan(ctx, "logs:delete");
  return countDoomed(ctx, await doomedBy(ctx, settledInput(ctx, input)));
}

/**
 * Begins to delete the logs that match, or those that are named, as a task: with everything that was said in them,
 * and nothing else; ledger, usage events and totals stay. Which logs go is settled now: what is made later stays.
 * With `queue: false` the caller does the work (`runTask`), or queues it.
 *
 * Throws `invalid_input` where nothing narrows the logs and `all` does not say that this is meant, and `forbidden` when
 * an actor bound to a store asks for another one.
 */
export async function deleteLogs(
  ctx: Ctx,
  input: DeleteLogsInput,
  { queue = true }: { queue?: boolean } = {},
): Promise<LogDeletion> {
  requireCan(ctx, "logs:delete");
  const settled = settledInput(ctx, input);
  const total = await countDoomed(ctx, await doomedBy(ctx, settled));
  const task = await startTask(ctx, {
    kind: "log_deletion",
    permission: "logs:delete",
    input: settled,
    total,
    queue,
  });
  return { task, total };
}

/** What was asked for, checked, with what settles which logs it is about. */
function settledInput({ storeId, now }: Ctx, input: DeleteLogsInput): LogDeletionInput {
  const { all } = deleteLogsInput.parse(input);
  const { all: _all, ids, ...filters } = input;
  const given = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  if (given.length === 0 && ids === undefined && all !== true) {
    const message = "must be true to delete every log; or give a filter";
    throw new AppError("invalid_input", "Nothing narrows the logs to delete.", {
      errors: [{ path: "all", message }],
    });
  }
  return { filters: Object.fromEntries(given), ids: ids ? [...ids] : null, storeId, asOf: now.toISOString() };
}
