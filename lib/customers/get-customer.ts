import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Customer, type CustomerRow, findCustomer } from "./people.repo";

/** Shows a customer. Throws `not_found`, also for another merchant's. */
export async function getCustomer(ctx: Ctx, externalId: string): Promise<Customer> {
  requireCan(ctx, "usage:read");
  const row = await findCustomer(readSql(), ctx.merchantId, externalId);
  if (!row) throw new AppError("not_found", "No such customer.");
  return customerOf(row);
}

/** A customer without what only we know of them. */
export function customerOf({ externalId, email, name, roles }: CustomerRow): Customer {
  return { externalId, email, name, roles };
}
