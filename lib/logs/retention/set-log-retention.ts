import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { nextPruning } from "../core/retention-times";
import { requireTimeZone } from "../log-selection";
import { type LogRetentionInput, logRetentionInput } from "../schemas";
import { getLogRetention, type LogRetention } from "./get-log-retention";
import { findRetention, saveRetention } from "./retention.repo";

/**
 * Sets how long contents and logs are kept; null keeps them for ever. Nothing goes at once: the next run is in the
 * merchant's coming night. What is as wished already changes nothing.
 */
export async function setLogRetention(ctx: Ctx, input: LogRetentionInput): Promise<LogRetention> {
  requireCan(ctx, "settings:write");
  const { contents, logs } = logRetentionInput.parse(input);
  const timeZone = await requireTimeZone(ctx);

  await withTx(ctx, async (tx) => {
    const before = await findRetention({ tx }, ctx.merchantId);
    if ((before?.contents ?? null) === contents && (before?.logs ?? null) === logs) return;
    const nextRunAt = contents === null && logs === null ? null : nextPruning(ctx.now, timeZone);
    await saveRetention(tx, ctx.merchantId, { contents, logs, nextRunAt, updatedAt: ctx.now });
    await recordAudit(tx, ctx, {
      action: "log_retention.change",
      entity: "merchant",
      entityId: ctx.merchantId,
      details: { contents, logs },
    });
  });
  return getLogRetention({ ...ctx, permissions: new Set([...ctx.permissions, "usage:read"]) });
}
