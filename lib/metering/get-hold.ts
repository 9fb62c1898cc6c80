import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { creditsToString } from "@/lib/kernel/micros";
import { findHolds, type Hold } from "@/lib/wallets";
import { lotReferences } from "@/lib/wallets/core";

/** A hold as answers show it (design.md §4). Its time being over counts at once, swept or not. */
export type HoldView = {
  id: string;
  state: Hold["state"];
  amount: string;
  fromBalance: string;
  fromQuota: string;
  lots: { lot: string; amount: string }[];
  createdAt: string;
  expiresAt: string;
};

/** Shows a hold. Throws `not_found`. */
export async function getHold(ctx: Ctx, id: string): Promise<HoldView> {
  requireCan(ctx, "usage:read");
  return readHold(ctx, id);
}

/** The hold as it stands. Throws `not_found`. */
export async function readHold(by: Ctx, id: string): Promise<HoldView> {
  const [hold] = await findHolds(readSql(), [{ merchantId: by.merchantId, id }]);
  if (!hold) throw new AppError("not_found", "No such hold.");
  return {
    id: hold.id,
    state: hold.state === "open" && hold.expiresAt <= by.now ? "expired" : hold.state,
    amount: creditsToString(hold.amount),
    fromBalance: creditsToString(hold.fromBalance),
    fromQuota: creditsToString(hold.fromQuota),
    lots: lotReferences(hold.lots),
    createdAt: hold.createdAt.toISOString(),
    expiresAt: hold.expiresAt.toISOString(),
  };
}
