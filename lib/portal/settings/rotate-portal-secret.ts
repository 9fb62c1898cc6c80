import { randomUUID } from "node:crypto";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { type RotateSecretInput, rotateSecretInput } from "../schemas";
import { portalSecretOf } from "./portal-secret";
import { rotateSeed } from "./portal-settings.repo";

/** A new portal secret, shown here and never again. */
type RotatedSecret = {
  readonly secret: string;
  readonly madeAt: Date;
  /** Until when tokens signed with the secret before are taken too. */
  readonly previousUntil: Date | null;
};

/** Makes a portal secret, the first or a new one; each call makes another. Sessions that are open stay open. */
export async function rotatePortalSecret(ctx: Ctx, input: RotateSecretInput = {}): Promise<RotatedSecret> {
  requireCan(ctx, "settings:write");
  const { keepOldForSeconds } = rotateSecretInput.parse(input);
  const keepOldUntil =
    keepOldForSeconds === 0 ? null : new Date(ctx.now.getTime() + keepOldForSeconds * 1_000);
  const seed = randomUUID();
  const previousUntil = await withTx(ctx, async (tx) => {
    const until = await rotateSeed(tx, ctx.merchantId, { seed, now: ctx.now, keepOldUntil });
    await recordAudit(tx, ctx, {
      action: "portal_secret.rotate",
      entity: "merchant",
      entityId: ctx.merchantId,
      details: { previousUntil: until?.toISOString() ?? null },
    });
    return until;
  });
  return { secret: portalSecretOf(ctx.merchantId, seed), madeAt: ctx.now, previousUntil };
}
