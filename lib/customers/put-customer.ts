import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { word } from "@/lib/kernel/fields";
import { upsertCustomers } from "./customers.repo";
import { customerOf } from "./get-customer";
import { type Customer, findCustomer } from "./people.repo";
import { forgetCustomer } from "./resolve";
import { putCustomerInput } from "./schemas";

/** Creates a customer with a wallet, or updates what is given. A repeat changes nothing. */
export async function putCustomer(
  ctx: Ctx,
  externalId: string,
  input: unknown,
): Promise<{ customer: Customer; created: boolean }> {
  requireCan(ctx, "customers:write");
  const id = word().parse(externalId);
  const { email, name, roles } = putCustomerInput.parse(input);
  const sighting = {
    merchantId: ctx.merchantId,
    externalId: id,
    email: email ?? undefined,
    name: name ?? undefined,
    roles: roles ?? undefined,
  };
  const saved = await withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const before = await findCustomer(sql, ctx.merchantId, id);
    await upsertCustomers(sql, [{ ...sighting, newId: newId(ctx.now) }], ctx.now);
    const after = await findCustomer(sql, ctx.merchantId, id);
    if (!after) throw new AppError("not_found", "No such customer.");
    await recordAudit(tx, ctx, {
      action: "customer.put",
      entity: "customer",
      entityId: id,
      details: { ...customerOf(after) },
    });
    return { customer: customerOf(after), created: before === null };
  });
  forgetCustomer(ctx.merchantId, id);
  return saved;
}
