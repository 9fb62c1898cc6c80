import type { Ctx } from "@/lib/access";
import type { Tx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { insertAuditEvent } from "./audit.repo";
import type { AuditRecord } from "./schemas";

/**
 * Appends who did what to the audit trail, in the transaction of the change itself: there is never one without
 * the other. The trail is append-only; the database refuses to change it. Never pass secrets as details.
 */
export async function recordAudit(
  tx: Tx,
  ctx: Pick<Ctx, "merchantId" | "actor" | "now">,
  record: AuditRecord,
): Promise<void> {
  const { merchantId, actor, now } = ctx;
  await insertAuditEvent(tx, { ...record, merchantId, actor, id: newId(now), at: now });
}
