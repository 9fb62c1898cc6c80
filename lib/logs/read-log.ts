import type { TxScope } from "@/lib/db";
import { attachCharges } from "./core/attach-charges";
import type { Log, LogSummary } from "./core/log";
import { findCharges, findMessages } from "./log-detail.repo";

const MOST_MESSAGES = 2_000;
const MOST_CHARGES = 2_000;

/**
 * What was said in a log and what each answer cost. Of a very long conversation the newest 2,000 messages and charges;
 * `earlierMessages` says how many are not given.
 */
export async function readLog(
  scope: TxScope & { readonly merchantId: string },
  log: LogSummary,
): Promise<Log> {
  const key = { merchantId: scope.merchantId, logId: log.id };
  const [messages, charges] = await Promise.all([
    findMessages(scope, key, MOST_MESSAGES),
    findCharges(scope, key, MOST_CHARGES),
  ]);
  messages.reverse();
  charges.reverse();

  // Charges from before the first message given belong to messages that are left out.
  const oldest = messages.length === MOST_MESSAGES ? messages[0]?.at : undefined;
  const shown = oldest ? charges.filter((charge) => charge.occurredAt >= oldest) : charges;
  return {
    ...log,
    messages: attachCharges(messages, shown),
    charges,
    earlierMessages: oldest ? log.messageCount - messages.length : 0,
  };
}
