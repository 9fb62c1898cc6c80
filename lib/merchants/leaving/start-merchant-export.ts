import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { listTasks, startTask, type TaskKey } from "@/lib/tasks";

/**
 * Begins to write everything that is kept of the merchant into a file, in the background, as a task that can be followed
 * and stopped. Throws `forbidden` for a key bound to a store, `conflict` while another one is being written.
 */
export async function startMerchantExport(ctx: Ctx): Promise<TaskKey> {
  requireCan(ctx, "merchant:export");
  if (ctx.storeId !== null) {
    throw new AppError("forbidden", "This key is bound to a store, and an export holds all of them.");
  }
  const running = await listTasks(ctx, { kind: "merchant_export", unfinished: "true", limit: 1 });
  if (running.data.length > 0) throw new AppError("conflict", "An export is being written already.");
  return startTask(ctx, {
    kind: "merchant_export",
    permission: "merchant:export",
    input: {},
    total: null,
    queue: true,
  });
}
