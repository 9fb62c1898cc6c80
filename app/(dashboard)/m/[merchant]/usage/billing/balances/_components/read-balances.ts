import type { MemberCtx } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { listBalances } from "@/lib/wallets";
import type { BalancesQuery } from "./balances-query";

/** A page of the list. A place of another list, in an address that somebody edited, is the first page. */
export async function readBalances(ctx: MemberCtx, query: BalancesQuery) {
  try {
    return await listBalances(ctx, query);
  } catch (error) {
    if (!(error instanceof AppError) || query.cursor === undefined) throw error;
    return listBalances(ctx, { ...query, cursor: undefined });
  }
}
