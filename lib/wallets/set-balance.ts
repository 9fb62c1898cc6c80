import { type Ctx, requireCan } from "@/lib/access";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros } from "@/lib/kernel/micros";
import { putLot, requireAvailable } from "./add-credits";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { balanceOf, lotReferences, spend } from "./core";
import type { OpenedWallet } from "./open-wallet";
import { DEFAULT_PRIORITY, type SetBalanceInput, setBalanceInput } from "./schemas";

/**
 * Sets what a wallet shows and books the difference as an adjustment; none, when there is none. A repeat of the same
 * `id` gets the first answer. Throws `insufficient_credits` (409) when open holds keep more than the new balance,
 * and `conflict` for a reused id.
 */
export async function setBalance(ctx: Ctx, externalId: string, input: unknown): Promise<WalletAnswer> {
  requireCan(ctx, "credits:write");
  const wanted = setBalanceInput.parse(input);
  const content = { ...wanted, balance: creditsToString(wanted.balance) };
  const act = { externalId, kind: "set_balance", key: wanted.id, content, action: "balance.set" };
  return changeWallet(ctx, act, (opened) => adjust(ctx, opened, wanted));
}

function adjust(ctx: Ctx, opened: OpenedWallet, wanted: SetBalanceInput): Record<string, unknown> {
  const { total } = balanceOf(opened.book, ctx.now);
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
