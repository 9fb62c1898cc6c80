import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { findDeliveries } from "./deliveries.repo";
import { deliveryJson, type DeliveryJson } from "./delivery-json";
import { type DeliveriesQuery, deliveriesQuery } from "./delivery-query";

const sortKey = z.tuple([z.uuid()]);

/** What came through webhooks and what became of it, newest first. */
export async function listDeliveries(ctx: Ctx, query: DeliveriesQuery = {}): Promise<Page<DeliveryJson>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, ...wanted } = deliveriesQuery.parse(query);
  const before = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const { connection = null, state = null, purchase = null } = wanted;
  const rows = await findDeliveries(ctx.merchantId, { before, limit }, { connection, state, purchase });
  const page = pageOf(rows, limit, ({ id }) => [id]);
  return { ...page, data: page.data.map(deliveryJson) };
}
