import type { Sql } from "@/lib/db";
import type { Conversation } from "./core/conversation";
import { foldEvents, type LogChange, type LoggedEvent } from "./core/posted-log";
import { insertLogs, insertMessages, saveConversations, updateLogs } from "./logs.repo";

/** What one transaction writes to the logs. */
export type LogPosting = {
  readonly events: readonly LoggedEvent[];
  /** Logs that exist already; the others are made. */
  readonly existing: ReadonlySet<string>;
  /** Conversations seen for the first time, or whose log was deleted. */
  readonly newConversations: readonly Conversation[];
  readonly newMessageId: () => string;
};

/** Writes the logs of a batch, inside the transaction that charges for it. */
export async function postLogs(sql: Sql, posting: LogPosting): Promise<void> {
  const changes = foldEvents(posting.events);
  await Promise.all([
    insertLogs(
      sql,
      changes.filter((change) => !posting.existing.has(change.first.logId)),
    ),
    updateOrRemake(
      sql,
      changes.filter((change) => posting.existing.has(change.first.logId)),
    ),
    saveConversations(sql, posting.newConversations),
    insertMessages(sql, posting.events, posting.newMessageId),
  ]);
}

/** A log that somebody deletes in this very moment comes back with what this request brought. */
async function updateOrRemake(sql: Sql, changes: readonly LogChange[]): Promise<void> {
  await insertLogs(sql, await updateLogs(sql, changes));
}
