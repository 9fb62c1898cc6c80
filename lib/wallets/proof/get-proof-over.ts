import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Verification, verificationOf } from "./read-verifications";
import { findLatestOver } from "./verifications.repo";

/** The newest proof that a customer's wallet was part of, whatever it found; null when none was taken. */
export async function getProofOver(ctx: Ctx, customerId: string): Promise<Verification | null> {
  requireCan(ctx, "usage:read");
  const row = await findLatestOver(readSql(), ctx.merchantId, customerId);
  return row && verificationOf(row);
}
