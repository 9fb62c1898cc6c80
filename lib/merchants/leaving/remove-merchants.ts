import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { log } from "@/lib/observe";
import { deletionOrder } from "../core/tenant-tables";
import { forgetKeys } from "../known-keys";
import { beginDeletion, deleteMerchantRow, findDueDeletions, revokeAllKeys } from "./deletions.repo";
import { deleteRows, findTenantTables } from "./tenant-tables.repo";

const ROWS = 1_000;
/** Requests that were under way when the keys ended are over after this. */
const SETTLE_MILLIS = 60_000;
const SYSTEM = { kind: "system", id: "system", label: "System" } as const;
/** The row that lets append-only rows go leaves with the merchant's own. */
const LAST = "merchant_deletions";

type Removal = {
  readonly clock: () => Date;
  /** For how long; the next run goes on where this one stops. */
  readonly millis: number;
};

/**
 * Deletes merchants whose waiting is over, over all merchants, in small pieces: first their keys and their dashboard end,
 * then their rows go, those that point at others first, at last the merchant and people who are members nowhere else. A
 * run that breaks off loses nothing: the next one goes on. Returns how many merchants are gone.
 */
export async function removeMerchants({ clock, millis }: Removal): Promise<number> {
  const until = clock().getTime() + millis;
  const inTime = () => clock().getTime() < until;
  let gone = 0;
  for (const { merchantId, startedAt } of await findDueDeletions(clock())) {
    if (!startedAt) await begin(merchantId, clock());
    const emptied = await empty(merchantId, inTime);
    const settled = startedAt !== null && clock().getTime() - startedAt.getTime() >= SETTLE_MILLIS;
    if (!emptied || !settled) continue;
    await deleteMerchantRow(merchantId);
    log.info("A merchant was deleted after its waiting period.", { merchantId });
    gone += 1;
  }
  return gone;
}

async function begin(merchantId: string, now: Date): Promise<void> {
  await withTx({}, async (tx) => {
    if (!(await beginDeletion(tx, merchantId, now))) return;
    await revokeAllKeys(tx, merchantId, now);
    await recordAudit(
      tx,
      { merchantId, actor: SYSTEM, now },
      { action: "merchant.begin_deletion", entity: "merchant", entityId: merchantId },
    );
  });
  forgetKeys(merchantId);
}

/** False when the time was over before everything was gone. */
async function empty(merchantId: string, inTime: () => boolean): Promise<boolean> {
  const tables = deletionOrder((await findTenantTables()).filter(({ name }) => name !== LAST));
  for (const table of tables) {
    for (let more = true; more;) {
      if (!inTime()) return false;
      more = (await deleteRows(table, { merchantId, rows: ROWS })) === ROWS;
    }
  }
  return true;
}
