import { instantArray, plainArray, type Sql, statement, textArray } from "@/lib/db";
import type { Conversation } from "./core/conversation";
import { EVIDENCE } from "./core/evidence";
import type { LogChange, LoggedEvent } from "./core/posted-log";

const INSERT_LOGS = statement(
  "logs_insert",
  `INSERT INTO logs (merchant_id, id, conversation_id, customer_id, guest_id, roles, source, store, module, bot,
       form, provider, model, request_count, message_count, tokens, cost_micros, preview, best_score, failed,
       unpriced, first_at, last_at, evidence, overdraft_micros)
   SELECT k.merchant_id, k.id, k.conversation_id, k.customer_id, k.guest_id,
          k.roles::text[], k.source, k.store, k.module, k.bot, k.form, k.provider,
          k.model, k.request_count, k.message_count, k.tokens, k.cost, k.preview, k.best_score, k.failed, k.unpriced,
          k.first_at, k.last_at, k.evidence, k.overdraft
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[], $16::bigint[],
       $17::bigint[], $18::text[], $19::real[], $20::boolean[], $21::boolean[], $22::timestamptz[], $23::timestamptz[],
       $24::text[], $25::bigint[])
       AS k(merchant_id, id, conversation_id, customer_id, guest_id, roles, source, store, module, bot, form, provider,
            model, request_count, message_count, tokens, cost, preview, best_score, failed, unpriced, first_at, last_at,
            evidence, overdraft)`,
);

/** The kinds of evidence as an SQL array, the strongest first. */
const WEAKER = `ARRAY[${EVIDENCE.map((kind) => `'${kind}'`).join(", ")}]`;

const UPDATE_LOGS = statement(
  "logs_update",
  `UPDATE logs l SET provider = n.provider, model = n.model, request_count = l.request_count + n.requests,
          message_count = l.message_count + n.messages, tokens = l.tokens + n.tokens,
          cost_micros = l.cost_micros + n.cost, preview = CASE WHEN l.preview = '' THEN n.preview ELSE l.preview END,
          best_score = greatest(l.best_score, n.best_score), failed = l.failed OR n.failed,
          unpriced = l.unpriced OR n.unpriced, last_at = greatest(l.last_at, n.last_at),
          overdraft_micros = l.overdraft_micros + n.overdraft,
          evidence = CASE WHEN array_position(${WEAKER}, n.evidence) > array_position(${WEAKER}, l.evidence)
                          THEN n.evidence ELSE l.evidence END
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::bigint[], $8::bigint[],
          $9::text[], $10::real[], $11::boolean[], $12::boolean[], $13::timestamptz[], $14::text[], $15::bigint[])
          AS n(merchant_id, id, provider, model, requests, messages, tokens, cost, preview, best_score, failed,
               unpriced, last_at, evidence, overdraft)
    WHERE l.merchant_id = n.merchant_id AND l.id = n.id
   RETURNING l.id`,
);

const INSERT_MESSAGES = statement(
  "log_messages_insert",
  `INSERT INTO log_messages (merchant_id, log_id, id, role, content, at, event_id, request, response, vector_scores,
                             error)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                        $8::jsonb[], $9::jsonb[], $10::jsonb[], $11::text[])`,
);

const FIND_CONVERSATIONS = statement(
  "conversations_find",
  `SELECT c.merchant_id, c.id, c.log_id, c.subject_id, l.id IS NOT NULL AS logged
     FROM unnest($1::uuid[], $2::text[]) AS k(merchant_id, id)
     JOIN conversations c ON c.merchant_id = k.merchant_id AND c.id = k.id
     LEFT JOIN logs l ON l.merchant_id = c.merchant_id AND l.id = c.log_id`,
);

const SAVE_CONVERSATIONS = statement(
  "conversations_save",
  `INSERT INTO conversations (merchant_id, id, log_id, subject_id)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[])
   ON CONFLICT (merchant_id, id) DO UPDATE SET log_id = excluded.log_id`,
);

export type ConversationKey = { merchantId: string; id: string };

export async function findConversations(sql: Sql, keys: readonly ConversationKey[]): Promise<Conversation[]> {
  if (keys.length === 0) return [];
  const rows = await sql.rows<{
    merchant_id: string;
    id: string;
    log_id: string;
    subject_id: string;
    logged: boolean;
  }>(FIND_CONVERSATIONS, [plainArray(keys, (key) => key.merchantId), textArray(keys, (key) => key.id)]);
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    id: row.id,
    logId: row.log_id,
    subjectId: row.subject_id,
    logged: row.logged,
  }));
}

/** Keeps which log a conversation writes to: for new ones, and for those whose log was deleted. */
export async function saveConversations(sql: Sql, conversations: readonly Conversation[]): Promise<void> {
  if (conversations.length === 0) return;
  await sql.rows(SAVE_CONVERSATIONS, [
    plainArray(conversations, (each) => each.merchantId),
    textArray(conversations, (each) => each.id),
    plainArray(conversations, (each) => each.logId),
    plainArray(conversations, (each) => each.subjectId),
  ]);
}

export async function insertLogs(sql: Sql, changes: readonly LogChange[]): Promise<void> {
  if (changes.length === 0) return;
  const firsts = changes.map((change) => change.first);
  await sql.rows(INSERT_LOGS, [
    plainArray(firsts, (event) => event.merchantId),
    plainArray(firsts, (event) => event.logId),
    textArray(firsts, (event) => event.conversationId),
    plainArray(firsts, (event) => event.customerId),
    plainArray(firsts, (event) => event.guestId),
    textArray(firsts, (event) => textArray(event.roles, (role) => role)),
    textArray(firsts, (event) => event.source),
    textArray(firsts, (event) => event.store),
    textArray(firsts, (event) => event.module),
    textArray(firsts, (event) => event.bot),
    textArray(firsts, (event) => event.form),
    textArray(changes, (change) => change.last.provider),
    textArray(changes, (change) => change.last.model),
    ...figures(changes),
    textArray(changes, (change) => change.preview),
    ...marks(changes),
    instantArray(firsts, (event) => event.at),
    instantArray(changes, (change) => change.last.at),
    ...proofs(changes),
  ]);
}

/** Returns the changes of logs that are no longer there: they were deleted since they were looked up. */
export async function updateLogs(sql: Sql, changes: readonly LogChange[]): Promise<readonly LogChange[]> {
  if (changes.length === 0) return [];
  const updated = await sql.rows<{ id: string }>(UPDATE_LOGS, [
    plainArray(changes, (change) => change.first.merchantId),
    plainArray(changes, (change) => change.first.logId),
    textArray(changes, (change) => change.last.provider),
    textArray(changes, (change) => change.last.model),
    ...figures(changes),
    textArray(changes, (change) => change.preview),
    ...marks(changes),
    instantArray(changes, (change) => change.last.at),
    ...proofs(changes),
  ]);
  if (updated.length === changes.length) return [];
  const there = new Set(updated.map((row) => row.id));
  return changes.filter((change) => !there.has(change.first.logId));
}

function figures(changes: readonly LogChange[]): string[] {
  return [
    plainArray(changes, (change) => change.requestCount),
    plainArray(changes, (change) => change.messageCount),
    plainArray(changes, (change) => change.tokens),
    plainArray(changes, (change) => change.cost),
  ];
}

function marks(changes: readonly LogChange[]): string[] {
  return [
    plainArray(changes, (change) => change.bestScore),
    plainArray(changes, (change) => change.failed),
    plainArray(changes, (change) => change.unpriced),
  ];
}

function proofs(changes: readonly LogChange[]): string[] {
  return [
    plainArray(changes, (change) => change.evidence),
    plainArray(changes, (change) => change.overdraft),
  ];
}

/** Adds the messages of these events. `idOf` gives each a time-ordered id. */
export async function insertMessages(
  sql: Sql,
  events: readonly LoggedEvent[],
  idOf: () => string,
): Promise<void> {
  const rows = events.flatMap((event) => event.messages.map((message) => ({ event, message })));
  if (rows.length === 0) return;
  await sql.rows(INSERT_MESSAGES, [
    plainArray(rows, (row) => row.event.merchantId),
    plainArray(rows, (row) => row.event.logId),
    plainArray(rows, idOf),
    plainArray(rows, (row) => row.message.role),
    textArray(rows, (row) => row.message.content),
    instantArray(rows, (row) => row.message.at ?? row.event.at),
    textArray(rows, (row) => row.event.eventId),
    textArray(rows, (row) => jsonOrNull(row.message.request)),
    textArray(rows, (row) => jsonOrNull(row.message.response)),
    textArray(rows, (row) => jsonOrNull(row.message.vectorScores)),
    textArray(rows, (row) => row.message.error ?? null),
  ]);
}

function jsonOrNull(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
