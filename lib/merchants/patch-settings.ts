import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { differences, withChanges } from "./core/settings-change";
import { lockSettings, updateSettings } from "./merchants.repo";
import { type PatchSettingsInput, patchSettingsInput, type Settings } from "./schemas";
import { takenAsConflict } from "./taken";

/**
 * Changes the settings that are given and tells every server, in the same transaction, that they changed. What is
 * absent stays; null clears. Settings that are as wished already change nothing.
 *
 * Throws `conflict` when another merchant has the slug.
 */
export async function patchSettings(ctx: Ctx, input: PatchSettingsInput): Promise<Settings> {
  requireCan(ctx, "settings:write");
  const changes = patchSettingsInput.parse(input);

  return withTx(ctx, async (tx) => {
    const locked = await lockSettings(sqlOf(tx), ctx.merchantId);
    if (!locked) throw new AppError("not_found", "There is no such merchant.");
    const { id: _id, configVersion: _version, ...before } = locked;
    const after = withChanges(before, changes);
    const changed = differences(before, after);
    if (Object.keys(changed).length === 0) return before;

    await takenAsConflict("Another merchant has this slug.", () => updateSettings(tx, ctx.merchantId, after));
    await recordAudit(tx, ctx, {
      action: "settings.change",
      entity: "merchant",
      entityId: ctx.merchantId,
      details: { changed },
    });
    return after;
  });
}
