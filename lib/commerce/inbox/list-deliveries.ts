import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { DELIVERY_STATES, findDeliveries } from "./deliveries.repo";
import { deliveryJson, type DeliveryJson } from "./delivery-json";

const sortKey = z.tuple([z.uuid()]);

export const deliveriesQuery = pageQuery.extend({
  connection: z.uuid("must be the id of a connection").optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  purchase: z.uuid("must be the id of a purchase").optional(),
});
export type DeliveriesQuery = z.input<typeof deliveriesQuery>;

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
