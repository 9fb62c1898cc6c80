import { customerKey, resolveCustomers, resolveGuests } from "@/lib/customers";
import { prisma, type Sql, sqlOf, type Tx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { ZERO_MICROS } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { addUsageDays, findConversations, foldUsage, markImported, postLogs } from "@/lib/logs";
import type { Conversation, LoggedEvent, LoggedMessage } from "@/lib/logs/core";
import { loadSettings, registerOnSight } from "@/lib/merchants";
import type { ImportedRow } from "./core/imported-row";
import { placeRows } from "./imports.repo";

type Writing = { readonly merchantId: string; readonly tx: Tx; readonly now: Date };

/** The zone in which the merchant's days begin. */
export async function timeZoneOf({ merchantId, tx }: Writing): Promise<string> {
  return (await loadSettings(sqlOf(tx), merchantId)).timeZone;
}

/** Writes requests of the past as logs with their messages, and adds them to the daily figures of their days. */
export async function writeRows(
  work: Writing,
  { rows, timeZone }: { rows: readonly ImportedRow[]; timeZone: string },
): Promise<void> {
  if (rows.length === 0) return;
  const { merchantId, now } = work;
  const sql = sqlOf(work.tx);
  await registerNames(sql, work, rows);
  const events = await eventsOf(sql, work, rows);
  await postLogs(sql, { ...events, newMessageId: () => newId(now) });
  await markImported(sql, merchantId, events.made);
  const places = events.events.map((event) => ({ id: event.eventId, logId: event.logId }));
  await placeRows(sql, merchantId, places);
  await addUsageDays(sql, foldUsage(rows.map((row) => countedOf(row, merchantId, timeZone))));
}

async function registerNames(
  sql: Sql,
  { merchantId, now }: Writing,
  rows: readonly ImportedRow[],
): Promise<void> {
  const bots = new Map(rows.flatMap((row) => (row.bot === null ? [] : [[row.bot, row.module] as const])));
  await registerOnSight(sql, merchantId, {
    modules: [...new Set(rows.map((row) => row.module))].sort(),
    bots: [...bots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, module]) => ({ id, module })),
    forms: [],
    stores: [...new Set(rows.flatMap((row) => (row.store === null ? [] : [row.store])))].sort(),
    at: now,
  });
}

type Subject = { readonly customerId: string | null; readonly guestId: string | null };

async function eventsOf(sql: Sql, { merchantId, now }: Writing, rows: readonly ImportedRow[]) {
  const subjects = await subjectsOf(merchantId, rows, now);
  const named = [...new Set(rows.flatMap((row) => (row.conversation === null ? [] : [row.conversation])))];
  const found = await findConversations(
    sql,
    named.map((id) => ({ merchantId, id })),
  );
  const known = new Map(found.map((each) => [`${each.id}|${each.subjectId}`, each]));
  const taken = new Map(found.map((each) => [each.id, each.subjectId]));
  const existing = new Set(found.flatMap((each) => (each.logged ? [each.logId] : [])));
  const newConversations: Conversation[] = [];
  const made: string[] = [];

  const logOf = (row: ImportedRow, subjectId: string): { logId: string; conversationId: string | null } => {
    const log = row.conversation === null ? undefined : known.get(`${row.conversation}|${subjectId}`);
    if (log?.logged) return { logId: log.logId, conversationId: row.conversation };
    const logId = newId(row.at);
    made.push(logId);
    // A conversation belongs to one customer or guest (design.md §9): of another's, the row stands alone.
    const owner = row.conversation === null ? undefined : taken.get(row.conversation);
    if (row.conversation === null || (owner !== undefined && owner !== subjectId))
      return { logId, conversationId: null };
    const conversation = { merchantId, id: row.conversation, logId, subjectId, logged: true };
    known.set(`${row.conversation}|${subjectId}`, conversation);
    taken.set(row.conversation, subjectId);
    newConversations.push(conversation);
    return { logId, conversationId: row.conversation };
  };

  const events = [...rows]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((row): LoggedEvent => {
      const subject = subjects.get(row) ?? { customerId: null, guestId: null };
      const place = logOf(row, subject.customerId ?? subject.guestId ?? "");
      return { merchantId, ...place, ...subject, ...fixedOf(row) };
    });
  return { events, existing, newConversations, made };
}

function fixedOf(row: ImportedRow) {
  return {
    eventId: row.id,
    roles: [],
    source: row.source,
    store: row.store,
    module: row.module,
    bot: row.bot,
    form: null,
    provider: row.provider,
    model: row.model,
    tokens: row.inputTokens + row.outputTokens,
    cost: row.cost,
    overdraft: ZERO_MICROS,
    evidence: "manual" as const,
    unpriced: false,
    at: row.at,
    messages: [...messageOf("user", row.prompt), ...messageOf("assistant", row.answer)],
  };
}

function messageOf(role: string, content: string | null): LoggedMessage[] {
  if (content === null) return [];
  const nothing = {
    at: undefined,
    request: undefined,
    response: undefined,
    vectorScores: undefined,
    error: undefined,
  };
  return [{ role, content, ...nothing }];
}

/** Registered beside the import's transaction: what is known of people is remembered, and must not be taken back. */
async function subjectsOf(
  merchantId: string,
  rows: readonly ImportedRow[],
  now: Date,
): Promise<Map<ImportedRow, Subject>> {
  const sql = sqlOf(prisma);
  const customers = rows.flatMap(({ customer }) =>
    customer
      ? [
          {
            merchantId,
            externalId: customer.id,
            email: customer.email,
            name: customer.name,
            roles: undefined,
          },
        ]
      : [],
  );
  const visitors = rows.filter((row) => row.guest !== null);
  const [ids, guests] = await Promise.all([
    resolveCustomers(sql, customers, now),
    resolveGuests(
      sql,
      visitors.map((row) => ({ merchantId, session: row.guest ?? "", ip: undefined })),
      now,
    ),
  ]);
  const guestOf = new Map(visitors.map((row, index) => [row, guests[index]?.sessionId ?? null]));
  return new Map(
    rows.map((row) => {
      const customerId = row.customer ? (ids.get(customerKey(merchantId, row.customer.id)) ?? null) : null;
      return [row, { customerId, guestId: guestOf.get(row) ?? null }];
    }),
  );
}

/** What it cost elsewhere counts as cost; nobody here paid it. */
function countedOf(row: ImportedRow, merchantId: string, timeZone: string) {
  const { module, operation, provider, model, bot, store, inputTokens, outputTokens, cost } = row;
  return {
    ...{ merchantId, day: localDay(timeZone, row.at), module, operation, provider, model, bot, store },
    ...{ failed: false, unpriced: false, units: BigInt(inputTokens + outputTokens + row.images) },
    ...{
      inputTokens,
      outputTokens,
      cost,
      fromBalance: ZERO_MICROS,
      fromQuota: ZERO_MICROS,
      overdraft: ZERO_MICROS,
    },
  };
}
