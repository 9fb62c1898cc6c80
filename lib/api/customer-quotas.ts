import { listCustomerQuotas, resetQuotas } from "@/lib/metering";
import { resetQuotasInput } from "@/lib/metering/schemas";
import { endpoint } from "./endpoint";
import { byCustomer } from "./paths";
import { NO_BODY, NO_QUERY, unparsed } from "./reader";
import { json } from "./reply";
import { pageShape, quotaView } from "./shapes/basics";
import { quotaReset } from "./shapes/people";

const QUOTAS = { tag: "Quotas", params: byCustomer, query: NO_QUERY } as const;

export const customerQuotaEndpoints = [
  endpoint(
    {
      ...QUOTAS,
      method: "get",
      path: "/customers/{externalId}/quotas",
      operationId: "listCustomerQuotas",
      summary: "List every quota that could bind a customer, with what is used.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The quotas of the running period.", schema: pageShape(quotaView) } },
    },
    async ({ ctx, params }) => {
      return json(200, { data: await listCustomerQuotas(ctx, params.externalId), nextCursor: null });
    },
  ),
  endpoint(
    {
      ...QUOTAS,
      method: "post",
      path: "/customers/{externalId}/quotas/reset",
      operationId: "resetQuotas",
      summary: "Zero what a customer used of the running period.",
      description:
        "Of one scope, as answers name it, or of all. The balance and what open holds keep stay as they are.",
      permission: "resets:write",
      body: unparsed(resetQuotasInput),
      bodyOptional: true,
      example: { scope: "chatbot" },
      answers: { 200: { means: "The quotas after the reset.", schema: quotaReset } },
    },
    async ({ ctx, params, body }) => json(200, await resetQuotas(ctx, params.externalId, body)),
  ),
];
