import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { changedPackage } from "../core/changed-package";
import type { Package } from "../core/package";
import { requirePackage } from "./get-package";
import { type UpdatePackageInput, updatePackageInput } from "./package-input";
import { lockPackage, replacePackage } from "./packages.repo";
import { requireSound, twinAsConflict } from "./require-sound";

/**
 * Changes what is given of a package and leaves the rest; null clears. Purchases that were granted keep what they were
 * granted under. A change that changes nothing writes nothing.
 *
 * Throws `not_found`, `invalid_input` for fields that do not go together, `conflict` when another enabled package is
 * sold by the same product or price.
 */
export async function updatePackage(ctx: Ctx, id: string, input: UpdatePackageInput): Promise<Package> {
  requireCan(ctx, "settings:write");
  const changes = updatePackageInput.parse(input);

  return withTx(ctx, async (tx) => {
    const current = requirePackage(await lockPackage(tx, ctx.merchantId, id));
    const made = changedPackage(current, changes);
    if (made === current) return current;

    await requireSound(tx, ctx, made);
    await twinAsConflict(() => replacePackage(tx, ctx, made));
    await recordAudit(tx, ctx, {
      action: "package.update",
      entity: "package",
      entityId: made.id,
      details: { name: made.name },
    });
    return made;
  });
}
