import { readSql } from "@/lib/db";
import { findMerchantsWithExpiredHolds } from "@/lib/wallets";
import { tidyHolds } from "./settle-group";

/**
 * Ends every open hold whose time is over, merchant by merchant, and gives its parts back. Only tidies up: an
 * expired hold counts as expired from its instant on, swept or not. Returns how many merchants had any.
 */
export async function sweepHolds(now: Date): Promise<number> {
  const merchantIds = await findMerchantsWithExpiredHolds(readSql(), now);
  for (const merchantId of merchantIds) await tidyHolds([merchantId], now);
  return merchantIds.length;
}
