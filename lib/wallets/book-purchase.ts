import type { Ctx } from "@/lib/access";
import { sqlOf, type Tx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import { takeBackFrom, type TakenBack } from "./claw-back";
import { type Bought, giveBought } from "./grant-purchase";
import { postEntries } from "./ledger.repo";
import { type OpenedWallet, openWallet } from "./open-wallet";
import { lockWallets } from "./wallets.repo";

/** One entry of a purchase: credits that come, or leave with the money. */
export type PurchaseMove = Bought | TakenBack;

/** What became of a move: the lot it made, or what it could not collect and nobody owes. */
export type BookedMove = {
  readonly ledgerEntryId: string;
  readonly lotId: string | null;
  readonly forgiven: Micros;
};

type Asker = Pick<Ctx, "merchantId" | "actor" | "now">;

/**
 * Books the moves of one purchase in the caller's transaction, which holds the purchase's lock and knows what was booked
 * before: that is what makes it happen once. Answers in the order asked. The entries are written by `post`, which the
 * caller calls last, because the daily figures it adds to are shared by all wallets of the merchant.
 */
export async function bookPurchase(
  tx: Tx,
  by: Asker,
  { customerId, moves }: { customerId: string; moves: readonly PurchaseMove[] },
): Promise<{ booked: BookedMove[]; post: () => Promise<void> }> {
  const sql = sqlOf(tx);
  const wallet = (await lockWallets(sql, [{ merchantId: by.merchantId, customerId }])).get(customerId);
  if (!wallet) throw new AppError("not_found", "No such customer.");
  const settings = await loadSettings(sql, by.merchantId);
  const { opened, entries, finish } = await openWallet(by, sql, { book: wallet.book, settings });
  const made: string[] = [];
  const booked = moves.map((move) => bookMove(by, opened, { move, made }));
  await finish();
  return { booked, post: () => postEntries(sql, entries, () => localDay(settings.timeZone, by.now)) };
}

/** `made` are the lots of this purchase that came with moves before: they give before the lots of others. */
function bookMove(
  by: Asker,
  opened: OpenedWallet,
  { move, made }: { move: PurchaseMove; made: string[] },
): BookedMove {
  if ("lotIds" in move) {
    const lotIds = [...move.lotIds, ...made];
    const { ledgerEntryId, short, owed } = takeBackFrom(opened, { ...move, lotIds });
    return { ledgerEntryId, lotId: null, forgiven: owed ? ZERO_MICROS : short };
  }
  const { ledgerEntryId, lot } = giveBought(by, opened, move);
  made.push(lot.id);
  return { ledgerEntryId, lotId: lot.id, forgiven: ZERO_MICROS };
}
