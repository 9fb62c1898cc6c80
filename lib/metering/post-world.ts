import { postGuests } from "@/lib/customers";
import type { Sql } from "@/lib/db";
import { addUsageDays, foldUsage, postLogs } from "@/lib/logs";
import { postCounters } from "@/lib/quotas";
import { endHolds, insertHolds, postEntries, postWallets } from "@/lib/wallets";
import { walletOf, type World } from "./core/world";
import { insertEvents } from "./metering.repo";

/**
 * Writes everything a batch decided, in set-based statements that travel together. The ledger comes before the
 * wallets, whose rows are locked but not yet rewritten then; the shared daily figures come last, so that other
 * servers wait for them the shortest time.
 */
export async function postWorld(sql: Sql, world: World): Promise<void> {
  const { written, now } = world;
  const books = [...written.touched].map((customerId) => walletOf(world, customerId).book);
  await Promise.all([
    insertEvents(sql, written.usage, now),
    insertHolds(sql, written.newHolds, now),
    endHolds(sql, stored(written.endedHolds, written.newHolds), now),
    postCounters(sql, world.counters.values()),
    postGuests(sql, world.guests.values()),
    postLogs(sql, {
      events: written.logged,
      existing: written.existingLogs,
      newConversations: written.newConversations,
      newMessageId: world.newId,
    }),
    postEntries(sql, written.entries, (entry) => world.dayOf(entry.merchantId)),
    postWallets(sql, books, { newLots: [], now }),
    addUsageDays(sql, foldUsage(written.counted)),
  ]);
}

/** A hold made and ended in one batch is inserted as it ended. */
function stored<T>(ended: readonly T[], made: readonly T[]): T[] {
  return ended.filter((hold) => !made.includes(hold));
}
