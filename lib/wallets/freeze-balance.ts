import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { readSql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { freezeInput } from "./schemas";
import { setFrozen } from "./frozen.repo";
import { lockWallets } from "./wallets.repo";

export type Frozen = { readonly frozen: boolean; readonly reason: string | null; readonly at: Date | null };

/**
 * Freezes a balance: what it holds stays, and no new request may take of it; what open holds keep can still be
 * settled. A frozen balance that is frozen again keeps its instant and takes the new reason. Throws `not_found`.
 */
export async function freezeBalance(ctx: Ctx, externalId: string, input: unknown): Promise<Frozen> {
  requireCan(ctx, "credits:write");
  const { reason } = freezeInput.parse(input);
  return change(ctx, externalId, { frozen: true, reason });
}

/** Sets a frozen balance free. One that is not frozen stays as it is. Throws `not_found`. */
export async function unfreezeBalance(ctx: Ctx, externalId: string, input: unknown): Promise<Frozen> {
  requireCan(ctx, "credits:write");
  const { reason } = freezeInput.parse(input);
  return change(ctx, externalId, { frozen: false, reason });
}

async function change(
  by: Ctx,
  externalId: string,
  { frozen, reason }: { frozen: boolean; reason: string },
): Promise<Frozen> {
  const customer = await findCustomer(readSql(), by.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  return withTx(by, async (tx) => {
    const sql = sqlOf(tx);
    const key = { merchantId: by.merchantId, customerId: customer.id };
    await lockWallets(sql, [key]);
    const kept = frozen && reason !== "" ? reason : null;
    const after = await setFrozen(sql, key, { frozen, reason: kept, now: by.now });
    if (!after) throw new AppError("not_found", "No such customer.");
    await recordAudit(tx, by, {
      action: frozen ? "balance.freeze" : "balance.unfreeze",
      entity: "customer",
      entityId: externalId,
      details: { reason },
    });
    return { frozen: after.at !== null, ...after };
  });
}
