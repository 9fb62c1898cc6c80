import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros } from "@/lib/kernel/micros";
import { putLot, requireAvailable } from "./add-credits";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { type Balance, balanceOf, lotReferences, spend } from "./core";
import type { OpenedWallet } from "./open-wallet";
import { DEFAULT_PRIORITY, type SetBalanceInput, setBalanceInput } from "./schemas";

/**
 * Sets what a wallet shows and books the difference as an adjustment; none, when there is none. A repeat of the same
 * `id` gets the first answer. Throws `insufficient_credits` (409) when open holds keep more than the new balance,
 * and `conflict` for a reused id, or when the wallet no longer shows what was `expected`: then with what it shows.
 */
export async function setBalance(ctx: Ctx, externalId: string, input: unknown): Promise<WalletAnswer> {
  requireCan(ctx, "credits:write");
  const wanted = setBalanceInput.parse(input);
  const expected = wanted.expected == null ? undefined : creditsToString(wanted.expected);
  const content = { ...wanted, balance: creditsToString(wanted.balance), expected };
  const act = { externalId, kind: "set_balance", key: wanted.id, content, action: "balance.set" };
  return changeWallet(ctx, act, (opened) => adjust(ctx, opened, wanted));
}

function adjust(ctx: Ctx, opened: OpenedWallet, wanted: SetBalanceInput): Record<string, unknown> {
  const { total, held, available } = balanceOf(opened.book, ctx.now);
  if (wanted.expected != null && wanted.expected !== total) throw changed(wanted, { total, held, available });
  const delta = micros(wanted.balance - total);
  if (delta === 0n) return { type: "adjustment", amount: "0", ledgerEntryId: null, lot: null };
  const lots = delta > 0n ? raise(ctx, opened, { delta, reason: wanted.reason }) : lower(ctx, opened, delta);
  const references = {
    balance: wanted.id,
    from: creditsToString(total),
    to: creditsToString(wanted.balance),
    lots,
  };
  const ledgerEntryId = opened.append({ type: "adjustment", delta, references, note: wanted.reason });
  return { type: "adjustment", amount: creditsToString(delta), ledgerEntryId };
}

/** Somebody or something else changed the balance since it was looked at: nothing is written, both values are told. */
function changed({ expected }: SetBalanceInput, now: Balance): AppError {
  const balance = {
    total: creditsToString(now.total),
    held: creditsToString(now.held),
    available: creditsToString(now.available),
  };
  const was = expected == null ? "" : ` It was ${creditsToString(expected)} when it was looked at.`;
  return new AppError("conflict", `The balance is ${balance.total} now.${was} Nothing was changed.`, {
    extensions: { balance },
  });
}

function raise(
  ctx: Ctx,
  opened: OpenedWallet,
  { delta, reason }: { delta: SetBalanceInput["balance"]; reason: string },
) {
  const { lot } = putLot(opened, {
    id: newId(ctx.now),
    source: "adjustment",
    origin: { reason },
    category: "promotional",
    priority: DEFAULT_PRIORITY,
    granted: delta,
    effectiveAt: ctx.now,
    expiresAt: null,
  });
  return lotReferences([[lot.id, lot.granted]]);
}

function lower(ctx: Ctx, opened: OpenedWallet, delta: SetBalanceInput["balance"]) {
  const amount = micros(-delta);
  requireAvailable(opened, amount, ctx.now);
  return lotReferences(spend(opened.book, amount, ctx.now));
}
