import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { listUsageOfCustomers, type ScopeUsage } from "./list-usage-of-customers";
import { tidyHolds } from "./settle-group";

/** What one customer used of every quota that could bind them, in its current period. Throws `not_found`. */
export async function listUsageOfCustomer(ctx: Ctx, externalId: string): Promise<ScopeUsage[]> {
  requireCan(ctx, "usage:read");
  await tidyHolds([ctx.merchantId], ctx.now);
  const customer = await findCustomer(readSql(), ctx.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  const holder = { customerId: customer.id, roles: customer.roles };
  return (await listUsageOfCustomers(ctx, [holder])).get(customer.id) ?? [];
}
