import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import type { Page, pageQuery } from "@/lib/kernel/cursor";
import { creditsToString } from "@/lib/kernel/micros";
import { listEntriesOfPurchase } from "@/lib/wallets";
import { requirePurchase } from "./get-purchase";
import { findPurchase } from "./purchases.repo";

/** What was booked for a purchase at one instant: credits that came, or that a refund or dispute took back. */
export type PurchaseEntryJson = { id: string; type: string; delta: string; note: string | null; at: string };

/** Pages through the ledger entries of one purchase, newest first. Throws `not_found`. */
export async function listPurchaseEntries(
  ctx: Ctx,
  id: string,
  query: z.input<typeof pageQuery> = {},
): Promise<Page<PurchaseEntryJson>> {
  requireCan(ctx, "usage:read");
  requirePurchase(await findPurchase(ctx.merchantId, id));
  const { data, nextCursor } = await listEntriesOfPurchase(ctx, id, query);
  const shown = data.map((entry) => ({
    id: entry.id,
    type: entry.type,
    delta: creditsToString(entry.delta),
    note: entry.note,
    at: entry.at.toISOString(),
  }));
  return { data: shown, nextCursor };
}
