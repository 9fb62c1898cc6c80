import { diagnosePurchase, fetchOrder, getRehearsal, rehearseRefund } from "@/lib/commerce";
import { diagnosisQuery, fetchOrderInput, rehearseRefundInput } from "@/lib/commerce/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { diagnosis, refundRehearsal, rehearsal } from "./shapes/doctor";
import { purchase } from "./shapes/purchases";

const REHEARSAL = {
  path: "/purchases/{id}/rehearsal",
  tag: "Commerce",
  params: byId,
  query: NO_QUERY,
} as const;

export const doctorEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/diagnosis",
      operationId: "diagnosePurchase",
      tag: "Commerce",
      summary: "Why credits of an order did or did not arrive.",
      description:
        "Looks at every condition as it is now: connection, shop, webhooks, delivery, status, refunds, package, buyer, " +
        "booking. An order that nothing is known of is answered once for each connection.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(diagnosisQuery),
      body: NO_BODY,
      answers: { 200: { means: "The conditions, in the order they are met.", schema: diagnosis } },
    },
    async ({ ctx, query }) => json(200, await diagnosePurchase(ctx, query)),
  ),
  endpoint(
    {
      method: "post",
      path: "/connections/{id}/orders",
      operationId: "fetchOrder",
      tag: "Commerce",
      summary: "Ask a shop for an order that never arrived.",
      description: "What is due for it is booked; a repeat books nothing more.",
      permission: "connections:write",
      params: byId,
      query: NO_QUERY,
      body: checked(fetchOrderInput),
      example: { order: 1041 },
      answers: { 200: { means: "The purchase.", schema: purchase } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => json(200, await fetchOrder(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...REHEARSAL,
      method: "post",
      operationId: "rehearseRefund",
      summary: "What a refund would take back, and what would be left owing.",
      description:
        "Refunds and books nothing. What was expected is kept and held against the refund when it comes. Without an " +
        "amount and lines: everything that is left.",
      permission: "credits:write",
      body: checked(rehearseRefundInput),
      bodyOptional: true,
      example: { amount: "5.00" },
      answers: { 200: { means: "What would happen.", schema: refundRehearsal } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => json(200, await rehearseRefund(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...REHEARSAL,
      method: "get",
      operationId: "getRehearsal",
      summary: "The last rehearsal of a purchase, held against what came since.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The rehearsal; null when there was none.", schema: rehearsal } },
    },
    async ({ ctx, params }) => json(200, { rehearsal: await getRehearsal(ctx, params.id) }),
  ),
];
