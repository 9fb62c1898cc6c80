import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type QuotaView, quotaView } from "./core/binding";
import { boundQuotasOf } from "./customer-quotas";
import { tidyHolds } from "./settle-group";

/** Shows every quota that could bind a customer, as counted in its current period. Throws `not_found`. */
export async function listCustomerQuotas(ctx: Ctx, externalId: string): Promise<QuotaView[]> {
  requireCan(ctx, "usage:read");
  await tidyHolds([ctx.merchantId], ctx.now);
  const sql = readSql();
  const customer = await findCustomer(sql, ctx.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  const bound = await boundQuotasOf(sql, ctx, { customerId: customer.id, roles: customer.roles });
  return bound.map(quotaView);
}
