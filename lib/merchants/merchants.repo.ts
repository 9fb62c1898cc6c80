import { plainArray, type Sql, statement, type Tx } from "@/lib/db";
import type { Settings } from "./schemas";

/** A merchant's settings, with the number that grows whenever settings, rules or quotas change. */
export type MerchantSettings = Settings & { id: string; configVersion: bigint };

const COLUMNS = `id, name, slug, time_zone AS "timeZone", week_start AS "weekStart", currency, burn_order AS "burnOrder",
  default_rounding AS "defaultRounding", unpriced_policy AS "unpricedPolicy", shortfall_policy AS "shortfallPolicy",
  quota_message AS "quotaMessage", dashboard_url AS "dashboardUrl", buy_credits_url AS "buyCreditsUrl",
  trim_scale(credit_value)::text AS "creditValue", trim_scale(dollar_rate)::text AS "dollarRate", config_version AS "configVersion"`;

const FIND = statement("merchants_find", `SELECT ${COLUMNS} FROM merchants WHERE id = $1::uuid`);
const LOCK = statement("merchants_lock", `${FIND.text} FOR NO KEY UPDATE`);
const FIND_BY_SLUG = statement("merchants_find_by_slug", `SELECT ${COLUMNS} FROM merchants WHERE slug = $1`);
const CHANGE_CONFIG = statement(
  "merchants_change_config",
  "UPDATE merchants SET config_version = config_version + 1 WHERE id = $1::uuid",
);

const FIND_MANY = statement(
  "merchants_find_many",
  `SELECT ${COLUMNS} FROM merchants WHERE id = ANY($1::uuid[])`,
);

/** The settings of several merchants: a metered batch serves many. */
export async function findSettingsOf(sql: Sql, merchantIds: readonly string[]): Promise<MerchantSettings[]> {
  return sql.rows<MerchantSettings>(FIND_MANY, [plainArray(merchantIds, (id) => id)]);
}

export async function findSettings(sql: Sql, merchantId: string): Promise<MerchantSettings | null> {
  const [row] = await sql.rows<MerchantSettings>(FIND, [merchantId]);
  return row ?? null;
}

/** Also makes changes of one merchant's settings wait for each other, to the end of the transaction. */
export async function lockSettings(sql: Sql, merchantId: string): Promise<MerchantSettings | null> {
  const [row] = await sql.rows<MerchantSettings>(LOCK, [merchantId]);
  return row ?? null;
}

export async function findSettingsBySlug(sql: Sql, slug: string): Promise<MerchantSettings | null> {
  const [row] = await sql.rows<MerchantSettings>(FIND_BY_SLUG, [slug]);
  return row ?? null;
}

export async function updateSettings(tx: Tx, merchantId: string, settings: Settings): Promise<void> {
  await tx.merchant.update({
    where: { id: merchantId },
    data: { ...settings, configVersion: { increment: 1 } },
    select: { id: true },
  });
}

export async function incrementConfigVersion(sql: Sql, merchantId: string): Promise<void> {
  await sql.rows(CHANGE_CONFIG, [merchantId]);
}

export async function insertMerchant(
  tx: Tx,
  merchant: Pick<Settings, "name" | "slug" | "timeZone" | "currency"> & { id: string; createdAt: Date },
): Promise<void> {
  await tx.merchant.create({ data: merchant, select: { id: true } });
}
