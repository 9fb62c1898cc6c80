import type { Charge, LogMessage, StoredMessage } from "./log";

/**
 * Puts each charge on the message it paid for: the last answer of the assistant in its event. A charge without
 * such a message gets an empty one of its own, under its ledger entry's id, so that no charge is invisible.
 * Oldest first; messages of the same instant keep the order in which they were recorded.
 */
export function attachCharges(
  messages: readonly StoredMessage[],
  charges: readonly Charge[],
): readonly LogMessage[] {
  const answers = new Map<string, string>();
  const ordered = [...messages].sort(byInstant);
  for (const message of ordered) {
    if (message.role === "assistant") answers.set(message.eventId, message.id);
  }

  const chargeOf = new Map(charges.map((charge) => [charge.eventId, charge]));
  const answered = ordered.map((message): LogMessage => {
    const isAnswer = answers.get(message.eventId) === message.id;
    return { ...message, charge: isAnswer ? (chargeOf.get(message.eventId) ?? null) : null };
  });
  const silent = charges.filter((charge) => !answers.has(charge.eventId)).map(silentMessage);

  return silent.length === 0 ? answered : [...answered, ...silent].sort(byInstant);
}

function silentMessage(charge: Charge): LogMessage {
  return {
    id: charge.ledgerEntryId,
    role: "assistant",
    content: "",
    at: charge.occurredAt,
    eventId: charge.eventId,
    request: null,
    response: null,
    vectorScores: null,
    error: null,
    charge,
  };
}

type Placed = { readonly id: string; readonly at: Date };

function byInstant(a: Placed, b: Placed): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}
