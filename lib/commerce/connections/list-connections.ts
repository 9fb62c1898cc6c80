import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { deliveryHealth, NO_DELIVERIES } from "../inbox/deliveries.repo";
import { connectionJson, type ConnectionJson } from "./connection-json";
import { connectionsQuery } from "./connection-input";
import { findConnections } from "./connections.repo";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's shops and Stripe accounts with their health, newest first. */
export async function listConnections(
  ctx: Ctx,
  query: z.input<typeof connectionsQuery> = {},
): Promise<Page<ConnectionJson>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = connectionsQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const page = pageOf(await findConnections(ctx, { limit, before }), limit, ({ id }) => [id]);
  const ids = page.data.map(({ id }) => id);
  const health = await deliveryHealth(readSql(), ctx.merchantId, ids);
  return {
    ...page,
    data: page.data.map((each) => connectionJson(each, health.get(each.id) ?? NO_DELIVERIES, ctx.now)),
  };
}
