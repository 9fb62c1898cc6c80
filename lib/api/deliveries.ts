import { getDelivery, listDeliveries, replayDelivery } from "@/lib/commerce";
import { deliveriesQuery } from "@/lib/commerce/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { delivery, deliveryDetail } from "./shapes/purchases";

const ONE = {
  path: "/deliveries/{id}",
  tag: "Commerce",
  params: byId,
  query: NO_QUERY,
  body: NO_BODY,
} as const;

export const deliveryEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/deliveries",
      operationId: "listDeliveries",
      tag: "Commerce",
      summary: "List what came through webhooks, and what became of it.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(deliveriesQuery),
      body: NO_BODY,
      answers: { 200: { means: "Deliveries, newest first.", schema: pageShape(delivery) } },
    },
    async ({ ctx, query }) => json(200, await listDeliveries(ctx, query)),
  ),
  endpoint(
    {
      ...ONE,
      method: "get",
      operationId: "getDelivery",
      summary: "Show a delivery as it came.",
      permission: "usage:read",
      answers: { 200: { means: "The delivery with its body.", schema: deliveryDetail } },
    },
    async ({ ctx, params }) => json(200, await getDelivery(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/deliveries/{id}/replay",
      operationId: "replayDelivery",
      summary: "Work on a delivery again.",
      description: "As if it had just come. What was booked for it stays booked once.",
      permission: "connections:write",
      answers: { 200: { means: "The delivery, pending again.", schema: delivery } },
    },
    async ({ ctx, params }) => json(200, await replayDelivery(ctx, params.id)),
  ),
];
