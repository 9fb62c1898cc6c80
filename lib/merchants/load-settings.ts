import { type Sql, sqlOf, type Tx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import {
  findSettings,
  findSettingsBySlug,
  findSettingsOf,
  incrementConfigVersion,
  type MerchantSettings,
} from "./merchants.repo";

/** The settings of a merchant for other modules, over their own connection. Throws `not_found`. */
export async function loadSettings(sql: Sql, merchantId: string): Promise<MerchantSettings> {
  const settings = await findSettings(sql, merchantId);
  if (!settings) throw new AppError("not_found", "There is no such merchant.");
  return settings;
}

/** The settings of the merchant with this slug. Throws `not_found`. */
export async function loadSettingsBySlug(sql: Sql, slug: string): Promise<MerchantSettings> {
  const settings = await findSettingsBySlug(sql, slug);
  if (!settings) throw new AppError("not_found", `There is no merchant with the slug "${slug}".`);
  return settings;
}

/** The settings of several merchants at once; unknown ones are left out. */
export async function loadSettingsOf(sql: Sql, merchantIds: readonly string[]): Promise<MerchantSettings[]> {
  return findSettingsOf(sql, merchantIds);
}

/**
 * Says, in the transaction of a change of pricing rules, quotas or the registry, that what servers remember of
 * this merchant is out of date. The row stays locked to the end of the transaction: call it late.
 */
export async function changeConfig(tx: Tx, merchantId: string): Promise<void> {
  await incrementConfigVersion(sqlOf(tx), merchantId);
}
