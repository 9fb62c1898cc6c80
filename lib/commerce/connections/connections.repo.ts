import { readSql, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { Connection, SeenWebhook } from "./connection";

/** Whose rows, and in which transaction if one is open. `Ctx` is one. */
export type MerchantScope = TxScope & { readonly merchantId: string };

const COLUMNS = `c.merchant_id AS "merchantId", c.id, c.kind, c.name, c.store, c.url, c.credentials,
  c.webhook_secrets AS "webhookSecrets", c.grant_when AS "grantWhen", c.enabled, c.options, c.webhooks,
  c.webhooks_seen_at AS "webhooksSeenAt", c.refused, c.last_refused_at AS "lastRefusedAt",
  c.last_refusal AS "lastRefusal", c.last_problem AS "lastProblem", c.last_problem_at AS "lastProblemAt",
  c.reconciled_until AS "reconciledUntil", c.created_at AS "createdAt", c.updated_at AS "updatedAt"`;

const ONE = statement(
  "connections_one",
  `SELECT ${COLUMNS} FROM connections c WHERE c.merchant_id = $1::uuid AND c.id = $2::uuid AND c.deleted_at IS NULL`,
);
const LOCK = statement("connections_lock", `${ONE.text} FOR NO KEY UPDATE`);
const ADDRESSED = statement(
  "connections_addressed",
  `SELECT ${COLUMNS} FROM connection_addresses a
     JOIN connections c ON c.merchant_id = a.merchant_id AND c.id = a.connection_id
    WHERE a.connection_id = $1::uuid AND c.kind = $2::text AND c.deleted_at IS NULL`,
);
const PAGE = statement(
  "connections_page",
  `SELECT ${COLUMNS} FROM connections c
    WHERE c.merchant_id = $1::uuid AND c.deleted_at IS NULL AND ($2::uuid IS NULL OR c.id < $2::uuid)
      AND ($4::text IS NULL OR c.store = $4::text)
    ORDER BY c.id DESC LIMIT $3::int`,
);
const INSERT_ADDRESS = statement(
  "connection_addresses_insert",
  "INSERT INTO connection_addresses (connection_id, merchant_id) VALUES ($1::uuid, $2::uuid)",
);
const COUNT_REFUSAL = statement(
  "connections_count_refusal",
  `UPDATE connections SET refused = refused + 1, last_refused_at = $3::timestamptz, last_refusal = $4::text
    WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);
const NOTE_PROBLEM = statement(
  "connections_note_problem",
  `UPDATE connections SET last_problem = $3::text, last_problem_at = $4::timestamptz
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND (last_problem IS NOT NULL OR $3::text IS NOT NULL)`,
);
const SAVE_WEBHOOKS = statement(
  "connections_save_webhooks",
  `UPDATE connections SET webhooks = $3::jsonb, webhooks_seen_at = $4::timestamptz
    WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);
const SAVE_RECONCILED = statement(
  "connections_save_reconciled",
  `UPDATE connections SET reconciled_until = $3::timestamptz WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);
const TO_RECONCILE = statement(
  "connections_to_reconcile",
  `SELECT ${COLUMNS} FROM connections c
    WHERE c.enabled AND c.credentials IS NOT NULL AND c.deleted_at IS NULL AND ($1::uuid IS NULL OR c.id > $1::uuid)
    ORDER BY c.id LIMIT 100`,
);

export async function findConnection(scope: MerchantScope, id: string): Promise<Connection | null> {
  if (!isId(id)) return null;
  const sql = scope.tx ? sqlOf(scope.tx) : readSql();
  return (await sql.rows<Connection>(ONE, [scope.merchantId, id]))[0] ?? null;
}

/** Two changes of one connection run one after the other. */
export async function lockConnection(tx: Tx, merchantId: string, id: string): Promise<Connection | null> {
  if (!isId(id)) return null;
  return (await sqlOf(tx).rows<Connection>(LOCK, [merchantId, id]))[0] ?? null;
}

/** The connection that an address names, of whichever merchant. */
export async function findAddressed(sql: Sql, kind: string, id: string): Promise<Connection | null> {
  if (!isId(id)) return null;
  return (await sql.rows<Connection>(ADDRESSED, [id, kind]))[0] ?? null;
}

/** Newest first, one more than the limit; of one store where one is named. */
export async function findConnections(
  scope: MerchantScope & { readonly storeId: string | null },
  page: { limit: number; before: string | null },
): Promise<Connection[]> {
  const params = [scope.merchantId, page.before, String(page.limit + 1), scope.storeId];
  return (scope.tx ? sqlOf(scope.tx) : readSql()).rows<Connection>(PAGE, params);
}

/** Connections of all merchants whose shop can be asked, a hundred after `after`. */
export async function findReconcilable(after: string | null): Promise<Connection[]> {
  return readSql().rows<Connection>(TO_RECONCILE, [after]);
}

export async function insertConnection(tx: Tx, made: Connection): Promise<void> {
  const { options, webhooks, ...rest } = made;
  await tx.connection.create({
    data: { ...rest, options: jsonOf(options), webhooks: jsonOf(webhooks) },
    select: { id: true },
  });
  await sqlOf(tx).rows(INSERT_ADDRESS, [made.id, made.merchantId]);
}

/** What a change of a connection may replace. */
export type ConnectionChange = Partial<
  Pick<
    Connection,
    "name" | "store" | "url" | "credentials" | "webhookSecrets" | "grantWhen" | "enabled" | "options"
  >
>;

export async function updateConnection(
  tx: Tx,
  { merchantId, id }: Pick<Connection, "merchantId" | "id">,
  { options, ...change }: ConnectionChange & { updatedAt: Date },
): Promise<void> {
  await tx.connection.update({
    where: { merchantId_id: { merchantId, id } },
    data: { ...change, ...(options ? { options: jsonOf(options) } : {}) },
    select: { id: true },
  });
}

/** It takes no more deliveries and opens no more shops: its secrets are gone. The purchases stay. */
export async function markConnectionDeleted(
  tx: Tx,
  { merchantId, id }: Pick<Connection, "merchantId" | "id">,
  now: Date,
): Promise<void> {
  await tx.connection.update({
    where: { merchantId_id: { merchantId, id } },
    data: { deletedAt: now, updatedAt: now, enabled: false, credentials: null, webhookSecrets: null },
    select: { id: true },
  });
}

type ConnectionKey = Pick<Connection, "merchantId" | "id">;

export async function countRefusal(sql: Sql, key: ConnectionKey, refusal: { reason: string; now: Date }) {
  await sql.rows(COUNT_REFUSAL, [key.merchantId, key.id, refusal.now.toISOString(), refusal.reason]);
}

/** Null: all is well again. */
export async function noteProblem(
  sql: Sql,
  key: ConnectionKey,
  noted: { problem: string | null; now: Date },
) {
  const at = noted.problem === null ? null : noted.now.toISOString();
  await sql.rows(NOTE_PROBLEM, [key.merchantId, key.id, noted.problem, at]);
}

export async function saveSeenWebhooks(
  sql: Sql,
  key: ConnectionKey,
  seen: { webhooks: readonly SeenWebhook[]; now: Date },
): Promise<void> {
  const params = [key.merchantId, key.id, JSON.stringify(seen.webhooks), seen.now.toISOString()];
  await sql.rows(SAVE_WEBHOOKS, params);
}

export async function saveReconciled(sql: Sql, key: ConnectionKey, until: Date): Promise<void> {
  await sql.rows(SAVE_RECONCILED, [key.merchantId, key.id, until.toISOString()]);
}

/** A plain copy, which Prisma's JSON columns take. */
function jsonOf(value: object) {
  return JSON.parse(JSON.stringify(value));
}
