import type { Micros } from "@/lib/kernel/micros";
import { type Evidence, weaker } from "./evidence";
import type { LogPlace } from "./log";

/** One message as a caller sent it. Payloads are kept as they came. */
export type LoggedMessage = {
  readonly role: string;
  readonly content: string;
  readonly at: Date | undefined;
  readonly request: Readonly<Record<string, unknown>> | undefined;
  readonly response: Readonly<Record<string, unknown>> | undefined;
  readonly vectorScores: readonly { readonly score: number }[] | undefined;
  readonly error: string | undefined;
};

/** A usage event as its log keeps it: what the list shows, and the messages it brought. */
export type LoggedEvent = LogPlace & {
  readonly merchantId: string;
  readonly logId: string;
  readonly eventId: string;
  readonly conversationId: string | null;
  readonly customerId: string | null;
  readonly guestId: string | null;
  readonly tokens: number;
  readonly cost: Micros;
  readonly overdraft: Micros;
  readonly evidence: Evidence;
  readonly unpriced: boolean;
  readonly at: Date;
  readonly messages: readonly LoggedMessage[];
};

/** One row of the list: a conversation as it stands after the events of a batch, as differences and latest values. */
export type LogChange = {
  readonly first: LoggedEvent;
  last: LoggedEvent;
  requestCount: number;
  messageCount: number;
  tokens: number;
  cost: bigint;
  overdraft: bigint;
  evidence: Evidence;
  preview: string;
  bestScore: number | null;
  failed: boolean;
  unpriced: boolean;
};

const PREVIEW_LENGTH = 160;

/** Folds the events of a batch into one change per log. */
export function foldEvents(events: readonly LoggedEvent[]): LogChange[] {
  const changes = new Map<string, LogChange>();
  for (const event of events) {
    const change = changes.get(event.logId) ?? begin(event);
    changes.set(event.logId, change);
    change.last = event;
    change.requestCount += 1;
    change.messageCount += event.messages.length;
    change.tokens += event.tokens;
    change.cost += event.cost;
    change.overdraft += event.overdraft;
    change.evidence = weaker(change.evidence, event.evidence);
    change.unpriced ||= event.unpriced;
    for (const message of event.messages) addMessage(change, message);
  }
  return [...changes.values()];
}

function begin(first: LoggedEvent): LogChange {
  return {
    first,
    last: first,
    requestCount: 0,
    messageCount: 0,
    tokens: 0,
    cost: 0n,
    overdraft: 0n,
    evidence: first.evidence,
    preview: "",
    bestScore: null,
    failed: false,
    unpriced: false,
  };
}

function addMessage(change: LogChange, message: LoggedMessage): void {
  if (message.error !== undefined) change.failed = true;
  if (change.preview === "" && message.role === "user") change.preview = previewOf(message.content);
  for (const { score } of message.vectorScores ?? []) {
    if (change.bestScore === null || score > change.bestScore) change.bestScore = score;
  }
}

/** The beginning of a text on one line, cut between characters. */
function previewOf(content: string): string {
  const line = content
    .slice(0, PREVIEW_LENGTH * 4)
    .replace(/\s+/g, " ")
    .trim();
  const letters = Array.from(line);
  return letters.length <= PREVIEW_LENGTH ? line : `${letters.slice(0, PREVIEW_LENGTH - 1).join("")}…`;
}
