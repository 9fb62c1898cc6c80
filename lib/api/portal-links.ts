import { z } from "@hono/zod-openapi";
import { word } from "@/lib/kernel/fields";
import { checkPortal, createPortalLink } from "@/lib/portal";
import { portalLinkInput } from "@/lib/portal/schemas";
import { endpoint } from "./endpoint";
import { byCustomer } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { portalChecks, portalLink } from "./shapes/portal";

export const portalLinkEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/customers/{externalId}/portal-links",
      operationId: "createPortalLink",
      tag: "Customer page",
      summary: "Make a link that signs a customer in to their page, once.",
      description:
        "It is good for ten minutes, or as long as `expiresInSeconds` says, a day at most. `section` is where on the " +
        "page it leads. Send the browser there, or give it to a frame.",
      permission: "customers:write",
      params: byCustomer,
      query: NO_QUERY,
      body: checked(portalLinkInput),
      bodyOptional: true,
      example: { expiresInSeconds: 600, section: "balance" },
      answers: { 201: { means: "The link.", schema: portalLink } },
    },
    async ({ ctx, params, body }) => {
      const { url, expiresAt } = await createPortalLink(ctx, params.externalId, body);
      return json(201, { url, expiresAt: expiresAt.toISOString() });
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/portal-checks",
      operationId: "checkPortal",
      tag: "Customer page",
      summary: "Find out why a customer's page shows no usage.",
      description:
        "Answers, in order: is the page placed where it may be embedded, is the customer known, signed in, let in by " +
        "limits, was usage recorded in the last thirty days, and are its modules shown.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: parsed(z.strictObject({ customer: word() })),
      body: NO_BODY,
      answers: { 200: { means: "The answers.", schema: portalChecks } },
    },
    async ({ ctx, query }) => json(200, { data: await checkPortal(ctx, query.customer) }),
  ),
];
