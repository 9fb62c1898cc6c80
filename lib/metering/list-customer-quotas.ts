import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import type { QuotaDefinition } from "@/lib/quotas/core";
import { type QuotaView, quotaView } from "./core/binding";
import { boundQuotasOf, type QuotaHolder } from "./customer-quotas";
import { tidyHolds } from "./settle-group";

/** A quota that could bind a customer, as counted now, with its definition. */
export type HeldQuota = { readonly view: QuotaView; readonly quota: QuotaDefinition };

/** Shows every quota that could bind a customer, as counted in its current period. Throws `not_found`. */
export async function listCustomerQuotas(ctx: Ctx, externalId: string): Promise<QuotaView[]> {
  requireCan(ctx, "usage:read");
  const customer = await findCustomer(readSql(), ctx.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  const held = await listHeldQuotas(ctx, { customerId: customer.id, roles: customer.roles });
  return held.map(({ view }) => view);
}

/** The same for a customer whose id and roles are known already, each with its definition. */
export async function listHeldQuotas(ctx: Ctx, holder: QuotaHolder): Promise<HeldQuota[]> {
  requireCan(ctx, "usage:read");
  await tidyHolds([ctx.merchantId], ctx.now);
  const bound = await boundQuotasOf(readSql(), ctx, holder);
  return bound.map((each) => ({ view: quotaView(each), quota: each.quota }));
}
