import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { lockConnection, markConnectionDeleted } from "./connections.repo";
import { requireConnection } from "./get-connection";

/**
 * Ends a connection: its address takes nothing more and its secrets are gone. Purchases and what was booked for them
 * stay. Throws `not_found`, also on a repeat.
 */
export async function deleteConnection(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "connections:write");

  await withTx(ctx, async (tx) => {
    const connection = requireConnection(ctx, await lockConnection(tx, ctx.merchantId, id));
    await markConnectionDeleted(tx, connection, ctx.now);
    await recordAudit(tx, ctx, {
      action: "connection.delete",
      entity: "connection",
      entityId: connection.id,
      details: { name: connection.name },
    });
  });
}
