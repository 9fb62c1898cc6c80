import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { requirePackage } from "./get-package";
import { lockPackage, markPackageDeleted } from "./packages.repo";

/**
 * Takes a package out of sale for good. What was bought stays, and refunds of it take back what it granted. Throws
 * `not_found`, also on a repeat.
 */
export async function deletePackage(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "settings:write");

  await withTx(ctx, async (tx) => {
    const { id: known, name } = requirePackage(await lockPackage(tx, ctx.merchantId, id));
    await markPackageDeleted(tx, ctx, known);
    await recordAudit(tx, ctx, {
      action: "package.delete",
      entity: "package",
      entityId: known,
      details: { name },
    });
  });
}
