import type { Connection } from "../connections/connection";
import type { PurchaseState } from "../core";
import { type AppliedPurchase, applyPurchase } from "../purchases/apply-purchase";
import { mergeFacts } from "./facts";
import { readFacts } from "./facts-shape";
import type { Settled } from "./settle-links";
import { stateOfFacts } from "./state-of-facts";

/** Brings each of the purchases to what is now known of it, added to what was known before. */
export async function applyFacts(
  connection: Connection,
  { keys, facts }: Settled,
  { confirmed, now }: { confirmed: boolean; now: Date },
): Promise<AppliedPurchase[]> {
  const actor = { kind: "webhook", id: connection.id, label: connection.name } as const;
  const asker = { merchantId: connection.merchantId, actor, now };
  const grantFree = connection.options["grantFree"] !== false;
  const applied: AppliedPurchase[] = [];
  for (const key of keys) {
    const about = { key, observedAt: now, confirmed, grantFree };
    const fold = (known: PurchaseState | null) =>
      stateOfFacts(known ? mergeFacts(readFacts(known.facts), facts) : facts, about);
    applied.push(await applyPurchase(asker, connection, { key, fold }));
  }
  return applied;
}
