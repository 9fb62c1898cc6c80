import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { customerOf } from "./get-customer";
import { type Customer, findCustomers } from "./people.repo";
import { customersQuery } from "./schemas";

const cursorKey = z.tuple([z.uuid()]);

/** Pages through customers, newest first; `search` is an exact id or e-mail address. */
export async function listCustomers(
  ctx: Ctx,
  query: z.input<typeof customersQuery> = {},
): Promise<Page<Customer>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, search } = customersQuery.parse(query);
  const below = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const rows = await findCustomers(readSql(), {
    merchantId: ctx.merchantId,
    below,
    search: search || null,
    limit,
  });
  const page = pageOf(rows, limit, (row) => [row.id]);
  return { ...page, data: page.data.map(customerOf) };
}
