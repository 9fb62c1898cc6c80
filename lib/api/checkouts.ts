import { createCheckout, listStripePrices } from "@/lib/commerce";
import { createCheckoutInput } from "@/lib/commerce/schemas";
import { endpoint } from "./endpoint";
import { CHECKOUT } from "./examples";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { checkout, stripePrices } from "./shapes/checkouts";

export const checkoutEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/checkouts",
      tag: "Commerce",
      params: NO_PARAMS,
      query: NO_QUERY,
      operationId: "createCheckout",
      summary: "Open a page where a customer buys a package.",
      description:
        "A Stripe Checkout of the connected account; tax and receipts are Stripe's. Credits arrive once Stripe's event " +
        "says that it was paid. The same `id` again within a day gives the same checkout.",
      permission: "customers:write",
      body: checked(createCheckoutInput),
      example: CHECKOUT,
      answers: { 201: { means: "Where to send the customer.", schema: checkout } },
      problems: ["not_found", "conflict", "unavailable"],
    },
    async ({ ctx, body }) => json(201, await createCheckout(ctx, body)),
  ),
  endpoint(
    {
      method: "get",
      path: "/connections/{id}/prices",
      tag: "Commerce",
      params: byId,
      query: NO_QUERY,
      operationId: "listStripePrices",
      summary: "List the prices of a Stripe account.",
      description: "Asked of Stripe itself: what a package can be mapped to.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "Its active prices.", schema: stripePrices } },
      problems: ["conflict", "unavailable"],
    },
    async ({ ctx, params }) => json(200, await listStripePrices(ctx, params.id)),
  ),
];
