import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { differences, withChanges } from "./core/settings-change";
import { lockSettings, updateSettings } from "./merchants.repo";
import { patchSettingsInput, type Settings } from "./schemas";
import { takenAsConflict } from "./taken";

/**
 * Changes the settings that are given and tells every server, in the same transaction, that they changed. What is
 * absent stays; null clears. Settings that are as wished already change nothing.
 *
 * `seen` is what whoever changes them saw before, of the settings they change: one that was changed elsewhere
 * meanwhile, to something else than they wish, is not overwritten.
 *
 * Throws `conflict` when another merchant has the slug, or when `seen` does not hold any more: then nothing was saved.
 */
export async function patchSettings(ctx: Ctx, input: unknown, seen: unknown = {}): Promise<Settings> {
  requireCan(ctx, "settings:write");
  const changes = patchSettingsInput.parse(input);
  const known = seenShape.parse(seen);

  return withTx(ctx, async (tx) => {
    const locked = await lockSettings(sqlOf(tx), ctx.merchantId);
    if (!locked) throw new AppError("not_found", "There is no such merchant.");
    const { id: _id, configVersion: _version, ...before } = locked;
    const after = withChanges(before, changes);
    const changed = differences(before, after);
    if (Object.keys(changed).length === 0) return before;
    requireUntouched(changed, known);

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

const seenShape = z.record(z.string(), z.string().nullable());

function requireUntouched(
  changed: Readonly<Record<string, { from: string | null }>>,
  seen: Readonly<Record<string, string | null>>,
): void {
  const touched = Object.entries(changed).filter(([name, { from }]) => name in seen && seen[name] !== from);
  if (touched.length === 0) return;
  throw new AppError("conflict", "Somebody changed the same settings meanwhile. Nothing was saved.");
}
