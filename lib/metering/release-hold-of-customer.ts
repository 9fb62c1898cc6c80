import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { readSql, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { findHolds } from "@/lib/wallets";
import { submit } from "./engine";
import { type HoldView, readHold } from "./get-hold";

/**
 * Gives one of a customer's holds back by hand: the request behind it is taken to have died. Its credits return to
 * their lots, its quota to the counters; usage that arrives for it later is charged as new. Releasing again changes
 * nothing. Throws `not_found`, also for another customer's hold, and `conflict` when it was settled or has expired.
 */
export async function releaseHoldOfCustomer(ctx: Ctx, externalId: string, id: string): Promise<HoldView> {
  requireCan(ctx, "credits:write");
  const sql = readSql();
  const [customer, [hold]] = await Promise.all([
    findCustomer(sql, ctx.merchantId, externalId),
    findHolds(sql, [{ merchantId: ctx.merchantId, id }]),
  ]);
  if (!customer || !hold || hold.customerId !== customer.id) {
    throw new AppError("not_found", "No such hold.");
  }
  const op = { kind: "release", merchantId: ctx.merchantId, id } as const;
  const result = await submit({ now: ctx.now, subject: null, op });
  if (!result.ok) throw result.error;
  if (hold.state === "open") await noteRelease(ctx, externalId, id);
  return readHold(ctx, id);
}

/** The engine's transaction is shared by many requests, so who released the hold is noted beside it. */
async function noteRelease(by: Ctx, externalId: string, id: string): Promise<void> {
  const details = { hold: id };
  await withTx(by, async (tx) => {
    await recordAudit(tx, by, { action: "hold.release", entity: "customer", entityId: externalId, details });
  });
}
