import { recordAudit } from "@/lib/audit";
import { readSql, sqlOf, withTx } from "@/lib/db";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import { postEntries } from "./ledger.repo";
import { openWallet, SYSTEM } from "./open-wallet";
import { findWalletsToSweep, lockWallets, type WalletKey } from "./wallets.repo";

/**
 * Books `expiry` for credits that have expired and no open hold keeps, wallet by wallet. Only tidies up: they stopped
 * being spendable and shown at their instant. A repeat finds nothing. Returns how many wallets it swept.
 */
export async function sweepLots(now: Date): Promise<number> {
  let swept = 0;
  for (;;) {
    const wallets = await findWalletsToSweep(readSql(), now);
    if (wallets.length === 0) return swept;
    for (const wallet of wallets) await sweepWallet(wallet, now);
    swept += wallets.length;
  }
}

async function sweepWallet(key: WalletKey, now: Date): Promise<void> {
  await withTx({}, async (tx) => {
    const sql = sqlOf(tx);
    const wallet = (await lockWallets(sql, [key])).get(key.customerId);
    if (!wallet) return;
    const settings = await loadSettings(sql, key.merchantId);
    const ctx = { merchantId: key.merchantId, actor: SYSTEM, now };
    const { entries, finish } = await openWallet(ctx, sql, { book: wallet.book, settings });
    await finish();
    await recordAudit(tx, ctx, {
      action: "credits.expire",
      entity: "customer",
      entityId: wallet.externalId,
      details: { entries: entries.length },
    });
    await postEntries(sql, entries, () => localDay(settings.timeZone, now));
  });
}
