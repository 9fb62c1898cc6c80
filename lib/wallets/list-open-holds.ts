import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import type { Hold } from "./core";
import { findOpenHoldsOf } from "./holds.repo";

/**
 * What is set aside for a customer's requests in flight, oldest first. A hold whose time is over is none. Throws
 * `not_found`.
 */
export async function listOpenHolds(ctx: Ctx, externalId: string): Promise<Hold[]> {
  requireCan(ctx, "usage:read");
  const sql = readSql();
  const customer = await findCustomer(sql, ctx.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  const holds = await findOpenHoldsOf(sql, ctx.merchantId, [customer.id]);
  return holds.filter((hold) => hold.expiresAt > ctx.now);
}
