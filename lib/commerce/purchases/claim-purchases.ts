import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { readSql, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Asker, bookState } from "./apply-purchase";
import { type ClaimPurchasesInput, claimPurchasesInput } from "./purchase-input";
import { findUnclaimed, lockPurchaseById, saveProvenAddress } from "./purchases.repo";

/**
 * Says that an address is this customer's, as the merchant's own login has found out: what guests bought under it is
 * theirs, and what they buy from now on. Answers how many purchases that were waiting. A repeat finds none.
 * Throws `not_found` for an unknown customer.
 */
export async function claimPurchases(ctx: Ctx, input: ClaimPurchasesInput): Promise<{ claimed: number }> {
  requireCan(ctx, "credits:write");
  const { customer, email } = claimPurchasesInput.parse(input);
  return { claimed: await claimProven(ctx, { externalId: customer, email }) };
}

/**
 * The same for whoever has seen the proof, such as the customer's page after a link that was sent to the address.
 * Never call it with an address that somebody only typed.
 */
export async function claimProven(
  asker: Omit<Asker, "tx">,
  { externalId, email }: { externalId: string; email: string },
): Promise<number> {
  const { merchantId, now } = asker;
  const customer = await findCustomer(readSql(), merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  await saveProvenAddress(readSql(), { merchantId, email, customerId: customer.id, now });
  let claimed = 0;
  for (const id of await findUnclaimed(merchantId, email)) {
    if (await claimOne(asker, { id, customerId: customer.id, externalId, email })) claimed += 1;
  }
  return claimed;
}

type Claim = { id: string; customerId: string; externalId: string; email: string };

async function claimOne(
  asker: Omit<Asker, "tx">,
  { id, customerId, externalId, email }: Claim,
): Promise<boolean> {
  return withTx({}, async (tx) => {
    const purchase = await lockPurchaseById(tx, asker.merchantId, id);
    if (!purchase || purchase.customerId !== null) return false;
    const aim = { state: purchase.snapshot, customerId, assigned: true };
    const { moves, booked, post } = await bookState({ ...asker, tx }, purchase, aim);
    await recordAudit(tx, asker, {
      action: "purchase.claim",
      entity: "purchase",
      entityId: purchase.id,
      details: { customer: externalId, email, order: purchase.number, entries: moves, booked },
    });
    await post();
    return true;
  });
}
