import type { Ctx } from "@/lib/access";
import { prisma } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { makeCtx, makeMerchant as makeWholeMerchant } from "@/lib/merchants/testing";

/** The present of these tests: an afternoon in Berlin. */
export const NOW = new Date("2026-11-20T14:00:00.000Z");

/** A merchant of its own, and someone of its who may read everything and change nothing. */
export async function makeMerchant(timeZone = "UTC"): Promise<Ctx> {
  const { merchantId } = await makeWholeMerchant({ now: NOW, timeZone });
  return makeCtx(merchantId, { role: "analyst", now: NOW });
}

/** A customer with an empty wallet; their id in our tables. */
export async function makeCustomer(ctx: Ctx, externalId: string): Promise<string> {
  const id = newId(NOW);
  const { merchantId } = ctx;
  const dates = { createdAt: NOW, updatedAt: NOW };
  await prisma.customer.create({
    data: { merchantId, id, externalId, name: `Name of ${externalId}`, ...dates },
  });
  await prisma.wallet.create({ data: { merchantId, customerId: id, updatedAt: NOW } });
  return id;
}

/** A visitor without account; their id in our tables. */
export async function makeGuest(ctx: Ctx, session: string): Promise<string> {
  const id = newId(NOW);
  const { merchantId } = ctx;
  await prisma.guest.create({ data: { merchantId, id, kind: "session", key: session, createdAt: NOW } });
  return id;
}

type LogRow = Parameters<typeof prisma.log.create>[0]["data"];

/** A log as the list shows it; the id of the log. */
export async function makeLog(ctx: Ctx, row: Partial<LogRow> = {}): Promise<string> {
  const id = row.id ?? newId(NOW);
  await prisma.log.create({
    data: {
      merchantId: ctx.merchantId,
      id,
      module: "chatbot",
      provider: "openai",
      model: "gpt-4o",
      requestCount: 1,
      messageCount: 0,
      tokens: 0n,
      costMicros: 0n,
      preview: "",
      firstAt: NOW,
      lastAt: NOW,
      ...row,
    },
  });
  return id;
}

/** As many logs with one message each, one a minute, the last of them now. */
export async function makeLogs(ctx: Ctx, count: number, saying = ""): Promise<void> {
  await prisma.$executeRaw`
    WITH made AS (
      INSERT INTO logs (merchant_id, id, module, provider, model, request_count, message_count, tokens, cost_micros,
                        preview, first_at, last_at)
      SELECT ${ctx.merchantId}::uuid, overlay(gen_random_uuid()::text placing left(id::text, 13) from 1)::uuid,
             'chatbot', 'openai', 'gpt-4o', 1, 1, 0, 0, ${saying}, at, at
        FROM (SELECT n, ${NOW}::timestamptz - n * interval '1 minute' AS at FROM generate_series(0, ${count} - 1) n) t,
             LATERAL tollgate_id_floor(at) id
      RETURNING merchant_id, id, last_at)
    INSERT INTO log_messages (merchant_id, log_id, id, role, content, at, event_id)
    SELECT merchant_id, id, id, 'user', ${saying}, last_at, 'event' FROM made`;
}

type MessageRow = Parameters<typeof prisma.logMessage.create>[0]["data"];

/** A message of a log. */
export async function makeMessage(ctx: Ctx, logId: string, row: Partial<MessageRow>): Promise<void> {
  await makeMessages(ctx, logId, [row]);
}

/** Messages of a log, recorded in this order. */
export async function makeMessages(
  ctx: Ctx,
  logId: string,
  rows: readonly Partial<MessageRow>[],
): Promise<void> {
  const { merchantId } = ctx;
  const fixed = { merchantId, logId, role: "user", content: "", at: NOW, eventId: "event" };
  await prisma.logMessage.createMany({ data: rows.map((row) => ({ ...fixed, id: newId(NOW), ...row })) });
}

/** A log with one message of a user in it; the id of the log. */
export async function makeLogSaying(ctx: Ctx, content: string, row: Partial<LogRow> = {}): Promise<string> {
  const logId = await makeLog(ctx, { messageCount: 1, preview: content.slice(0, 160), ...row });
  await makeMessage(ctx, logId, { content });
  return logId;
}

type EventRow = Parameters<typeof prisma.usageEvent.create>[0]["data"];

/** A guest's usage event of a log with its ledger entry: what a charge is read from. */
export async function makeCharge(
  ctx: Ctx,
  logId: string,
  event: Partial<EventRow> & { id: string },
): Promise<void> {
  const { merchantId } = ctx;
  const entryId = newId(NOW);
  const cost = event.costMicros ?? 0n;
  await prisma.ledgerEntry.create({
    data: {
      merchantId,
      id: entryId,
      type: "quota_usage",
      deltaMicros: 0n,
      costMicros: cost,
      fromQuotaMicros: cost,
      operation: "chat",
      provider: "openai",
      model: "gpt-4o",
      actor: { kind: "guest", id: "s-1", label: "Guest" },
      references: { eventId: event.id },
      occurredAt: NOW,
      recordedAt: NOW,
    },
  });
  await prisma.usageEvent.create({
    data: {
      merchantId,
      entryId,
      logId,
      fingerprint: newId(NOW),
      evidence: "provider_final",
      costMicros: cost,
      rawCost: "0",
      fromBalanceMicros: 0n,
      fromQuotaMicros: cost,
      overdraftMicros: 0n,
      answer: "{}",
      recordedAt: NOW,
      ...event,
    },
  });
}
