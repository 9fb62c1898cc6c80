import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { loadSettings } from "./load-settings";
import type { Settings } from "./schemas";

/** The settings of the merchant, as design.md §4 shapes them. */
export async function getSettings(ctx: Ctx): Promise<Settings> {
  requireCan(ctx, "usage:read");
  const { id: _id, configVersion: _version, ...settings } = await loadSettings(readSql(), ctx.merchantId);
  return settings;
}
