import { plainArray, readSql, type Sql, statement } from "@/lib/db";
import { jobCall } from "@/lib/jobs";
import { isId } from "@/lib/kernel/ids";
import type { DeliveryState } from "./delivery-states";

/** One webhook request as it was kept. */
export type Delivery = {
  readonly merchantId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly topic: string;
  readonly subject: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly outcome: string | null;
  readonly error: string | null;
  readonly repeats: number;
  readonly purchaseId: string | null;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
};

/** With what was sent. */
export type DeliveryWithBody = Delivery & {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

export type DeliveryKey = { readonly merchantId: string; readonly id: string };

const COLUMNS = `merchant_id AS "merchantId", id, connection_id AS "connectionId", external_id AS "externalId", topic,
  subject, state, attempts, next_attempt_at AS "nextAttemptAt", outcome, error, repeats, purchase_id AS "purchaseId",
  received_at AS "receivedAt", finished_at AS "finishedAt"`;

/**
 * One statement, so one transaction and one way there and back: the row, and a job for what is not done. What was given
 * up is open again when the shop sends it again.
 */
const KEEP = statement(
  "deliveries_keep",
  `WITH kept AS (
     INSERT INTO webhook_deliveries AS d (merchant_id, id, connection_id, external_id, topic, subject, body, headers,
                                          state, next_attempt_at, received_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, decode($7::text, 'base64'), $8::jsonb,
             'pending', $9::timestamptz, $9::timestamptz)
     ON CONFLICT (merchant_id, connection_id, external_id) DO UPDATE
        SET repeats = d.repeats + 1,
            state = CASE d.state WHEN 'given_up' THEN 'pending' ELSE d.state END,
            attempts = CASE d.state WHEN 'given_up' THEN 0 ELSE d.attempts END,
            finished_at = CASE d.state WHEN 'given_up' THEN NULL ELSE d.finished_at END,
            next_attempt_at = CASE d.state WHEN 'given_up' THEN $9::timestamptz ELSE d.next_attempt_at END
     RETURNING d.id, d.repeats, d.state, d.attempts
   )
   SELECT id, repeats, CASE WHEN state = 'pending' AND attempts = 0
     THEN (${jobCall({
       name: "$10::text",
       payload: "json_build_object('merchantId', $1::text, 'id', kept.id::text)",
       key: "'delivery:' || kept.id",
     })}).id END AS job FROM kept`,
);
const ONE = statement(
  "deliveries_one",
  `SELECT ${COLUMNS}, body, headers FROM webhook_deliveries WHERE merchant_id = $1::uuid AND id = $2::uuid`,
);
/** Whoever takes one up has it until the instant given: should they be gone by then, it is anybody's. */
const CLAIM = statement(
  "deliveries_claim",
  `UPDATE webhook_deliveries SET attempts = attempts + 1, next_attempt_at = $3::timestamptz
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND state IN ('pending', 'failed')
      AND next_attempt_at <= $4::timestamptz
   RETURNING ${COLUMNS}, body, headers`,
);
const FINISH = statement(
  "deliveries_finish",
  `UPDATE webhook_deliveries
      SET state = $3::text, outcome = $4::text, error = $5::text, next_attempt_at = $6::timestamptz,
          finished_at = CASE WHEN $6::timestamptz IS NULL THEN $7::timestamptz END,
          purchase_id = coalesce($8::uuid, purchase_id), subject = coalesce($9::text, subject)
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND state IN ('pending', 'failed')`,
);
const REOPEN = statement(
  "deliveries_reopen",
  `UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_attempt_at = $3::timestamptz, finished_at = NULL
    WHERE merchant_id = $1::uuid AND id = $2::uuid RETURNING ${COLUMNS}`,
);
const PAGE = statement(
  "deliveries_page",
  `SELECT ${COLUMNS} FROM webhook_deliveries
    WHERE merchant_id = $1::uuid AND ($2::uuid IS NULL OR id < $2::uuid)
      AND ($4::uuid IS NULL OR connection_id = $4::uuid) AND ($5::text IS NULL OR state = $5::text)
      AND ($6::uuid IS NULL OR purchase_id = $6::uuid)
    ORDER BY id DESC LIMIT $3::int`,
);
const DUE = statement(
  "deliveries_due",
  `SELECT merchant_id AS "merchantId", id FROM webhook_deliveries
    WHERE state IN ('pending', 'failed') AND next_attempt_at <= $1::timestamptz
    ORDER BY next_attempt_at LIMIT 500`,
);
const HEALTH = statement(
  "deliveries_health",
  `SELECT k.id,
          (SELECT d.received_at FROM webhook_deliveries d
            WHERE d.merchant_id = $1::uuid AND d.connection_id = k.id ORDER BY d.id DESC LIMIT 1) AS "lastDeliveryAt",
          coalesce(o.backlog, 0) AS backlog, coalesce(o.failing, 0) AS failing, coalesce(o.given_up, 0) AS "givenUp"
     FROM unnest($2::uuid[]) AS k(id)
     LEFT JOIN LATERAL (
       SELECT count(*) FILTER (WHERE d.state <> 'given_up') AS backlog,
              count(*) FILTER (WHERE d.state = 'failed') AS failing,
              count(*) FILTER (WHERE d.state = 'given_up') AS given_up
         FROM webhook_deliveries d
        WHERE d.merchant_id = $1::uuid AND d.connection_id = k.id AND d.state <> 'done') o ON TRUE`,
);

export type NewDelivery = Pick<
  DeliveryWithBody,
  | "merchantId"
  | "id"
  | "connectionId"
  | "externalId"
  | "topic"
  | "subject"
  | "body"
  | "headers"
  | "receivedAt"
>;

/** Keeps a delivery and asks for a job, or counts that it came again. Which one is kept. */
export async function keepDelivery(
  sql: Sql,
  { job, ...made }: NewDelivery & { job: string },
): Promise<Pick<Delivery, "id" | "repeats">> {
  const [row] = await sql.rows<Pick<Delivery, "id" | "repeats">>(KEEP, [
    made.merchantId,
    made.id,
    made.connectionId,
    made.externalId,
    made.topic,
    made.subject,
    Buffer.from(made.body).toString("base64"),
    JSON.stringify(made.headers),
    made.receivedAt.toISOString(),
    job,
  ]);
  if (!row) throw new Error("A delivery that was kept is not there.");
  return row;
}

export async function findDelivery(key: DeliveryKey): Promise<DeliveryWithBody | null> {
  if (!isId(key.id)) return null;
  return (await readSql().rows<DeliveryWithBody>(ONE, [key.merchantId, key.id]))[0] ?? null;
}

/** Takes one up; null when it is over, not yet due, or in somebody's hands. */
export async function claimDelivery(
  sql: Sql,
  key: DeliveryKey,
  { now, until }: { now: Date; until: Date },
): Promise<DeliveryWithBody | null> {
  const params = [key.merchantId, key.id, until.toISOString(), now.toISOString()];
  return (await sql.rows<DeliveryWithBody>(CLAIM, params))[0] ?? null;
}

/** What came of an attempt: an end, or with `nextAttemptAt` another try. */
export type AttemptEnd = {
  readonly state: DeliveryState;
  readonly outcome: string | null;
  readonly error: string | null;
  readonly nextAttemptAt: Date | null;
  readonly purchaseId: string | null;
  readonly subject: string | null;
  readonly now: Date;
};

export async function endAttempt(sql: Sql, key: DeliveryKey, end: AttemptEnd): Promise<void> {
  await sql.rows(FINISH, [
    key.merchantId,
    key.id,
    end.state,
    end.outcome,
    end.error,
    end.nextAttemptAt?.toISOString() ?? null,
    end.now.toISOString(),
    end.purchaseId,
    end.subject,
  ]);
}

export async function reopenDelivery(sql: Sql, key: DeliveryKey, now: Date): Promise<Delivery | null> {
  if (!isId(key.id)) return null;
  const params = [key.merchantId, key.id, now.toISOString()];
  return (await sql.rows<Delivery>(REOPEN, params))[0] ?? null;
}

export type DeliveryFilter = {
  readonly connection: string | null;
  readonly state: DeliveryState | null;
  readonly purchase: string | null;
};

/** Newest first, one more than the limit. */
export async function findDeliveries(
  merchantId: string,
  page: { before: string | null; limit: number },
  { connection, state, purchase }: DeliveryFilter,
): Promise<Delivery[]> {
  const params = [merchantId, page.before, String(page.limit + 1), connection, state, purchase];
  return readSql().rows<Delivery>(PAGE, params);
}

/** Deliveries of all merchants that wait since before `by`: their job is lost, or whoever had them is gone. */
export async function findDueDeliveries(by: Date): Promise<DeliveryKey[]> {
  return readSql().rows<DeliveryKey>(DUE, [by.toISOString()]);
}

export type DeliveryHealth = {
  readonly lastDeliveryAt: Date | null;
  readonly backlog: bigint;
  readonly failing: bigint;
  readonly givenUp: bigint;
};

export const NO_DELIVERIES: DeliveryHealth = { lastDeliveryAt: null, backlog: 0n, failing: 0n, givenUp: 0n };

/** How the inboxes of these connections stand, by connection. */
export async function deliveryHealth(
  sql: Sql,
  merchantId: string,
  connectionIds: readonly string[],
): Promise<Map<string, DeliveryHealth>> {
  if (connectionIds.length === 0) return new Map();
  const params = [merchantId, plainArray(connectionIds, (id) => id)];
  const rows = await sql.rows<DeliveryHealth & { id: string }>(HEALTH, params);
  return new Map(rows.map((row) => [row.id, row]));
}
