import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { idFloor } from "@/lib/kernel/ids";
import { type Micros, micros } from "@/lib/kernel/micros";
import { findCustomerUse, MOST_REQUESTS } from "./customer-use.repo";
import { customerIdOf, type Whose } from "./whose";

/** What a customer's requests cost, whoever paid, by day and module. */
export type CustomerUse = {
  readonly rows: readonly {
    readonly day: string;
    /** Null when the request named none. */
    readonly module: string | null;
    readonly requests: number;
    readonly cost: Micros;
  }[];
  /** False: there were more requests than are added up; the first day shown may be a part of one. */
  readonly complete: boolean;
};

/**
 * Adds up a customer's requests since an instant from the ledger, by calendar day of a zone and by module. At most the
 * newest 5,000 are read, so that a busy customer's page costs no more than another's. Throws `not_found`.
 */
export async function getCustomerUse(
  ctx: Ctx,
  whose: Whose,
  since: { from: Date; timeZone: string },
): Promise<CustomerUse> {
  requireCan(ctx, "usage:read");
  const customerId = await customerIdOf(ctx.merchantId, whose);
  const found = await findCustomerUse(readSql(), {
    merchantId: ctx.merchantId,
    customerId,
    fromId: idFloor(since.from),
    timeZone: since.timeZone,
  });
  const rows = found.map(({ day, module, requests, cost }) => ({
    day,
    module: module === "" ? null : module,
    requests: Number(requests),
    cost: micros(cost),
  }));
  const counted = rows.reduce((sum, row) => sum + row.requests, 0);
  return { rows, complete: counted < MOST_REQUESTS };
}
