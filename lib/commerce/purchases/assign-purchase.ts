import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { customerKey, resolveCustomers } from "@/lib/customers";
import { readSql, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { bookState } from "./apply-purchase";
import { describePurchase, requirePurchase } from "./get-purchase";
import type { PurchaseJson } from "./purchase-json";
import { type AssignPurchaseInput, assignPurchaseInput } from "./purchase-input";
import { lockPurchaseById } from "./purchases.repo";

/**
 * Says whose a purchase is, and books what is due. From then on the shop's word about the buyer does not change it. A
 * repeat changes nothing. Throws `not_found`, and `conflict` when it was booked to somebody else before.
 */
export async function assignPurchase(
  ctx: Ctx,
  id: string,
  input: AssignPurchaseInput,
): Promise<PurchaseJson> {
  requireCan(ctx, "credits:write");
  const { customer: externalId } = assignPurchaseInput.parse(input);

  await withTx(ctx, async (tx) => {
    const purchase = requirePurchase(await lockPurchaseById(tx, ctx.merchantId, id));
    const customerId = await customerIdOf(ctx, externalId);
    if (purchase.grantedMicros > 0n && purchase.customerId !== customerId) {
      throw new AppError(
        "conflict",
        `This purchase was booked to the customer "${purchase.customer ?? ""}".`,
      );
    }
    const aim = { state: purchase.snapshot, customerId, assigned: true };
    const { moves, booked, post } = await bookState({ ...ctx, tx }, purchase, aim);
    await recordAudit(tx, ctx, {
      action: "purchase.assign",
      entity: "purchase",
      entityId: purchase.id,
      details: { customer: externalId, order: purchase.number, entries: moves, booked },
    });
    await post();
  });
  return describePurchase(ctx.merchantId, id);
}

/** On a connection of its own, so that what this process remembers of customers is true. */
async function customerIdOf({ merchantId, now }: Ctx, externalId: string): Promise<string> {
  const sighting = { merchantId, externalId, email: undefined, name: undefined, roles: undefined };
  const ids = await resolveCustomers(readSql(), [sighting], now);
  const id = ids.get(customerKey(merchantId, externalId));
  if (id === undefined) throw new AppError("not_found", "No such customer.");
  return id;
}
