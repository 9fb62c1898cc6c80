import type { Ctx } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { customerKey, resolveCustomers } from "@/lib/customers";
import { readSql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { fingerprintOf } from "@/lib/kernel/fingerprint";
import { creditsToString } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import { balanceOf, type WalletBook } from "./core";
import { findAnswer, keepAnswer } from "./idempotency.repo";
import { postEntries } from "./ledger.repo";
import { type OpenedWallet, openWallet } from "./open-wallet";
import { lockWallets } from "./wallets.repo";

/** One change of one wallet, named by the caller's key. `content` tells a repeat from another act. */
export type WalletAct = {
  externalId: string;
  kind: string;
  key: string;
  content: object;
  /** What the audit trail calls it. */
  action: string;
};

export type WalletAnswer = { replayed: boolean; body: Record<string, unknown> };

/**
 * Changes one wallet in one transaction: lock, look, decide, write, audit. A repeat of the same act gets the first
 * answer again and changes nothing; another act under the same key is a `conflict`.
 */
export async function changeWallet(
  by: Ctx,
  act: WalletAct,
  decide: (opened: OpenedWallet) => Record<string, unknown>,
): Promise<WalletAnswer> {
  const customerId = await customerIdOf(by, act.externalId);
  const key = { merchantId: by.merchantId, kind: act.kind, key: act.key };
  const fingerprint = fingerprintOf(act.kind, { customer: act.externalId, ...act.content });
  return withTx(by, async (tx) => {
    const sql = sqlOf(tx);
    const wallets = await lockWallets(sql, [{ merchantId: by.merchantId, customerId }]);
    const previous = await findAnswer(sql, key);
    if (previous) return repeatOf(previous, fingerprint);
    const wallet = wallets.get(customerId);
    if (!wallet) throw new AppError("not_found", "No such customer.");

    const settings = await loadSettings(sql, by.merchantId);
    const { opened, entries, finish } = await openWallet(by, sql, { book: wallet.book, settings });
    const decided = decide(opened);
    const answer = { id: act.key, ...decided, balance: balanceJson(wallet.book, by.now) };
    await finish();
    if (!(await keepAnswer(sql, key, { fingerprint, answer, now: by.now }))) throw taken();
    await recordAudit(tx, by, {
      action: act.action,
      entity: "customer",
      entityId: act.externalId,
      details: { id: act.key, ...decided },
    });
    // The daily figures are shared by all wallets of the merchant: their rows are locked last.
    await postEntries(sql, entries, () => localDay(settings.timeZone, by.now));
    return { replayed: false, body: { ...answer, replayed: false } };
  });
}

async function customerIdOf(by: Ctx, externalId: string): Promise<string> {
  const sighting = {
    merchantId: by.merchantId,
    externalId,
    email: undefined,
    name: undefined,
    roles: undefined,
  };
  const ids = await resolveCustomers(readSql(), [sighting], by.now);
  const id = ids.get(customerKey(by.merchantId, externalId));
  if (id === undefined) throw new AppError("not_found", "No such customer.");
  return id;
}

function repeatOf(
  previous: { fingerprint: string; answer: Record<string, unknown> },
  fingerprint: string,
): WalletAnswer {
  if (previous.fingerprint !== fingerprint) throw taken();
  return { replayed: true, body: { ...previous.answer, replayed: true } };
}

function taken(): AppError {
  return new AppError("conflict", "This id was used for another change.");
}

/** Total, held and available as answers show them. */
function balanceJson(book: WalletBook, now: Date): { total: string; held: string; available: string } {
  const { total, held, available } = balanceOf(book, now);
  return {
    total: creditsToString(total),
    held: creditsToString(held),
    available: creditsToString(available),
  };
}
