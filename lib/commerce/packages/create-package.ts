import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { BLANK_PACKAGE, changedPackage } from "../core/changed-package";
import type { Package } from "../core/package";
import { type CreatePackageInput, createPackageInput } from "./package-input";
import { insertPackage } from "./packages.repo";
import { requireSound, twinAsConflict } from "./require-sound";

/**
 * Adds a package; it is sold from now on by the product or price it names. Each call adds one: there is no idempotency
 * key, but a repeat of an enabled and mapped package throws.
 *
 * Throws `invalid_input` for fields that do not go together or a connection that is not the merchant's, `conflict`
 * when another enabled package is sold by the same product or price.
 */
export async function createPackage(ctx: Ctx, input: CreatePackageInput): Promise<Package> {
  requireCan(ctx, "settings:write");
  const { name, credits, ...given } = createPackageInput.parse(input);
  const made = changedPackage({ ...BLANK_PACKAGE, id: newId(ctx.now), name, credits }, given);

  return withTx(ctx, async (tx) => {
    await requireSound(tx, ctx, made);
    await twinAsConflict(() => insertPackage(tx, ctx, made));
    await recordAudit(tx, ctx, {
      action: "package.create",
      entity: "package",
      entityId: made.id,
      details: { name: made.name },
    });
    return made;
  });
}
