import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { DELIVERY_STATES } from "./delivery-states";

export const deliveriesQuery = pageQuery.extend({
  connection: z.uuid("must be the id of a connection").optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  purchase: z.uuid("must be the id of a purchase").optional(),
});
export type DeliveriesQuery = z.input<typeof deliveriesQuery>;
