import { type Ctx, requireCan } from "@/lib/access";
import { prisma, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { startTask, type TaskKey } from "@/lib/tasks";
import { nextPruning } from "../core/retention-times";
import { requireTimeZone } from "../log-selection";
import { getLogRetention } from "./get-log-retention";
import { limitsOf } from "./limits-of";
import { countPrunable, findPruners, type Limits, reschedule } from "./retention.repo";

/**
 * Begins to prune what the merchant's retention says, now, as a task. What is too old is settled now.
 * Throws `conflict` when nothing is to be pruned by it, or a run is under way.
 */
export async function pruneLogs(ctx: Ctx, { queue = true }: { queue?: boolean } = {}): Promise<TaskKey> {
  requireCan(ctx, "settings:write");
  const retention = await getLogRetention({ ...ctx, permissions: new Set(["usage:read"]) });
  if (!retention.contents && !retention.logs) throw new AppError("conflict", "Retention keeps everything.");
  if (retention.running) throw new AppError("conflict", "Old logs are being pruned already.");
  const limits = limitsOf(retention, ctx.now, await requireTimeZone(ctx));
  return startPruning(ctx, limits, queue);
}

const SCHEDULE = { kind: "system", id: "system", label: "Retention schedule" } as const;

/**
 * Begins to prune for every merchant whose time has come, also where it came while no server ran. Each server may call
 * it; a run begins once. Returns how many began.
 */
export async function startDuePrunings(now: Date): Promise<number> {
  const due = await findPruners(sqlOf(prisma), now);
  let begun = 0;
  for (const pruner of due) {
    if (!(await reschedule(sqlOf(prisma), pruner, nextPruning(now, pruner.timeZone)))) continue;
    const permissions = new Set(["settings:write"] as const);
    const ctx: Ctx = { merchantId: pruner.merchantId, actor: SCHEDULE, permissions, storeId: null, now };
    await startPruning(ctx, limitsOf(pruner, now, pruner.timeZone), true);
    begun += 1;
  }
  return begun;
}

async function startPruning(ctx: Ctx, limits: Limits, queue: boolean): Promise<TaskKey> {
  const { contents, logs } = await countPrunable(ctx, ctx.merchantId, limits);
  return startTask(ctx, {
    kind: "log_retention",
    permission: "settings:write",
    input: {
      contentsBefore: limits.contentsBefore?.toISOString() ?? null,
      logsBefore: limits.logsBefore?.toISOString() ?? null,
    },
    total: contents + logs,
    queue,
  });
}
