import { readSql, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { QuotaDefinition } from "./core/definition";

/** Whose rows, and in which transaction if one is open. `Ctx` is one. */
type MerchantScope = TxScope & { readonly merchantId: string };

const COLUMNS = `id, audience, role, module, bot, store, limit_micros AS "limit",
  network_limit_micros AS "networkLimit", period, anchor_day AS "anchorDay", anchor_month AS "anchorMonth",
  time_zone AS "timeZone", message, actions, mode, enabled`;

const ENABLED_QUOTAS = statement(
  "quotas_enabled",
  `SELECT ${COLUMNS} FROM quotas WHERE merchant_id = $1::uuid AND enabled AND deleted_at IS NULL ORDER BY id`,
);

const QUOTA = statement(
  "quotas_one",
  `SELECT ${COLUMNS} FROM quotas WHERE merchant_id = $1::uuid AND id = $2::uuid AND deleted_at IS NULL`,
);

/** The lock makes two edits of one quota run one after the other, so that neither is lost. */
const LOCK_QUOTA = statement("quotas_lock", `${QUOTA.text} FOR UPDATE`);

const QUOTAS_BEFORE = statement(
  "quotas_before",
  `SELECT ${COLUMNS} FROM quotas
    WHERE merchant_id = $1::uuid AND deleted_at IS NULL AND ($2::uuid IS NULL OR id < $2::uuid)
      AND ($4::text IS NULL OR module = $4::text) AND ($5::text IS NULL OR audience = $5::text)
    ORDER BY id DESC LIMIT $3::int`,
);

/** The enabled quotas of a merchant, oldest first, as `selectQuotas` takes them. */
export function loadQuotas(sql: Sql, merchantId: string): Promise<QuotaDefinition[]> {
  return sql.rows<QuotaDefinition>(ENABLED_QUOTAS, [merchantId]);
}

export async function findQuota(scope: MerchantScope, id: string): Promise<QuotaDefinition | null> {
  if (!isId(id)) return null;
  const [quota] = await reader(scope).rows<QuotaDefinition>(QUOTA, [scope.merchantId, id]);
  return quota ?? null;
}

/** The quota as it stands, locked until the transaction ends. */
export async function lockQuota(tx: Tx, merchantId: string, id: string): Promise<QuotaDefinition | null> {
  if (!isId(id)) return null;
  const [quota] = await sqlOf(tx).rows<QuotaDefinition>(LOCK_QUOTA, [merchantId, id]);
  return quota ?? null;
}

/** Newest first, after the quota `before`; one row more than the limit tells of a next page. */
export function findQuotas(
  scope: MerchantScope,
  page: { before: string | null; limit: number },
  filter: { module: string | null; audience: QuotaDefinition["audience"] | null },
): Promise<QuotaDefinition[]> {
  const params = [scope.merchantId, page.before, (page.limit + 1).toString(), filter.module, filter.audience];
  return reader(scope).rows<QuotaDefinition>(QUOTAS_BEFORE, params);
}

/** For whom a quota is saved, and when. */
type QuotaSave = { readonly merchantId: string; readonly now: Date };

export async function insertQuota(
  tx: Tx,
  { merchantId, now }: QuotaSave,
  quota: QuotaDefinition,
): Promise<void> {
  await tx.quota.create({
    data: { ...stored(quota), id: quota.id, merchantId, createdAt: now, updatedAt: now },
  });
}

export async function replaceQuota(
  tx: Tx,
  { merchantId, now }: QuotaSave,
  quota: QuotaDefinition,
): Promise<void> {
  await tx.quota.update({
    where: { merchantId_id: { merchantId, id: quota.id } },
    data: { ...stored(quota), updatedAt: now },
  });
}

/** Takes the quota out of force; its counters stay, because holds that are open return to them. */
export async function markQuotaDeleted(tx: Tx, { merchantId, now }: QuotaSave, id: string): Promise<void> {
  await tx.quota.update({
    where: { merchantId_id: { merchantId, id } },
    data: { deletedAt: now, enabled: false, updatedAt: now },
  });
}

function stored({ id: _, limit, networkLimit, actions, ...settings }: QuotaDefinition) {
  return { ...settings, limitMicros: limit, networkLimitMicros: networkLimit, actions: [...actions] };
}

function reader(scope: TxScope): Sql {
  return scope.tx ? sqlOf(scope.tx) : readSql();
}
