import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { type PatchPortalSettingsInput, patchPortalSettingsInput, type PortalSettings } from "../schemas";
import { getPortalSettings, readPortalSettings, type SecretState } from "./get-portal-settings";
import { savePortalSettings } from "./portal-settings.repo";

/**
 * Changes the settings of the customer page that are given. What is absent stays; null puts a default back. Settings
 * that are as wished already change nothing.
 */
export async function patchPortalSettings(
  ctx: Ctx,
  input: PatchPortalSettingsInput,
): Promise<PortalSettings & { secret: SecretState }> {
  requireCan(ctx, "settings:write");
  const changes = patchPortalSettingsInput.parse(input);

  await withTx(ctx, async (tx) => {
    const before = await readPortalSettings(sqlOf(tx), ctx.merchantId);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const settings: PortalSettings = { ...before, ...Object.fromEntries(given) };
    const changed = changedNames(before, settings);
    if (changed.length === 0) return;
    await savePortalSettings(tx, ctx.merchantId, { settings, now: ctx.now });
    await recordAudit(tx, ctx, {
      action: "portal_settings.change",
      entity: "merchant",
      entityId: ctx.merchantId,
      details: { changed: Object.fromEntries(changed) },
    });
  });
  return getPortalSettings(ctx);
}

type Value = PortalSettings[keyof PortalSettings];
type Change = [string, { from: Value; to: Value }];

function changedNames(before: PortalSettings, after: PortalSettings): Change[] {
  const old = new Map<string, Value>(Object.entries(before));
  return Object.entries(after).flatMap(([name, to]): Change[] => {
    const from = old.get(name) ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [[name, { from, to }]];
  });
}
