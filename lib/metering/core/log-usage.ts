import { AppError } from "@/lib/kernel/errors";
import type { Conversation } from "@/lib/logs/core";
import { tokensOf } from "@/lib/pricing/core";
import type { Parts } from "./answer";
import type { Subject, UsageOp } from "./op";
import { keyOf, walletOf, type World } from "./world";

/** Where an event is logged; `write` adds it there once it is paid for. */
export type LogPlace = { logId: string; write: (parts: Parts, unpriced: boolean) => void };

/**
 * Finds or opens the log of an event: its conversation's, or one of its own. Throws `conflict` when the
 * conversation belongs to another customer or guest session (design.md §9).
 */
export function logUsage(world: World, op: UsageOp): LogPlace {
  const key = op.conversation && keyOf(op.merchantId, op.conversation.id);
  const known = key === null ? undefined : world.conversations.get(key);
  if (known && known.subjectId !== subjectId(op.subject)) {
    throw new AppError("conflict", "This conversation belongs to another customer or guest.");
  }
  const logId = known?.logged ? known.logId : world.newId();
  return {
    logId,
    write: (parts, unpriced) => {
      if (op.conversation) keepConversation(world, op, { known, logId, id: op.conversation.id });
      pushLog(world, op, { logId, parts, unpriced });
      pushCount(world, op, { logId, parts, unpriced });
    },
  };
}

function subjectId(subject: Subject): string {
  return subject.kind === "customer" ? subject.customerId : subject.guestId;
}

function keepConversation(
  world: World,
  op: UsageOp,
  place: { known: Conversation | undefined; logId: string; id: string },
): void {
  const { known, logId, id } = place;
  if (known?.logged) {
    if (!world.written.newConversations.includes(known)) world.written.existingLogs.add(logId);
    return;
  }
  const conversation = {
    merchantId: op.merchantId,
    id,
    logId,
    subjectId: subjectId(op.subject),
    logged: true,
  };
  world.conversations.set(keyOf(op.merchantId, id), conversation);
  world.written.newConversations.push(conversation);
}

/** Where an event goes, and what it came to. */
type Paid = { logId: string; parts: Parts; unpriced: boolean };

function pushLog(world: World, op: UsageOp, { logId, parts, unpriced }: Paid): void {
  const { conversation } = op;
  world.written.logged.push({
    merchantId: op.merchantId,
    logId,
    eventId: op.id,
    conversationId: conversation?.id ?? null,
    ...whoOf(world, op.subject),
    source: conversation?.source ?? null,
    store: op.store,
    module: op.module,
    bot: op.bot,
    form: op.form,
    provider: op.provider,
    model: op.model,
    tokens: tokensOf(op.usage),
    cost: parts.cost,
    overdraft: parts.overdraft,
    evidence: op.evidence,
    unpriced,
    at: op.occurredAt ?? world.now,
    messages: conversation?.messages ?? [],
  });
}

function whoOf(world: World, subject: Subject) {
  if (subject.kind === "guest") return { customerId: null, guestId: subject.guestId, roles: [] };
  const { roles } = walletOf(world, subject.customerId);
  return { customerId: subject.customerId, guestId: null, roles };
}

function pushCount(world: World, op: UsageOp, { parts, unpriced }: Paid): void {
  const { usage } = op;
  const outputTokens = usage.outputTokens + usage.reasoningTokens;
  world.written.counted.push({
    merchantId: op.merchantId,
    day: world.dayOf(op.merchantId),
    module: op.module,
    operation: op.operation,
    provider: op.provider,
    model: op.model,
    bot: op.bot,
    store: op.store,
    failed: isFailed(op),
    unpriced,
    units: BigInt(tokensOf(usage) + usage.images + usage.videos),
    inputTokens: tokensOf(usage) - outputTokens,
    outputTokens,
    ...parts,
  });
}

/** Whether one of the messages that an event brought carries an error. */
export function isFailed({ conversation }: UsageOp): boolean {
  return conversation?.messages.some((message) => message.error !== undefined) ?? false;
}
