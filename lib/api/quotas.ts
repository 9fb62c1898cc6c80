import { createQuota, deleteQuota, getQuota, listQuotas, quotaJson, updateQuota } from "@/lib/quotas";
import { createQuotaInput, listQuotasInput, updateQuotaInput } from "@/lib/quotas/schemas";
import { endpoint } from "./endpoint";
import { QUOTA } from "./examples";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { pageShape } from "./shapes/basics";
import { quota } from "./shapes/quotas";

const QUOTAS = { path: "/quotas", tag: "Quotas", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE_QUOTA = { path: "/quotas/{id}", tag: "Quotas", params: byId, query: NO_QUERY } as const;

export const quotaEndpoints = [
  endpoint(
    {
      ...QUOTAS,
      method: "post",
      operationId: "createQuota",
      summary: "Add a quota.",
      description:
        "A periodic allowance in credits for guests, customers, a role or a plan, in one scope. Every quota that " +
        "applies must allow a request; of several roles of a customer the highest limit counts.",
      permission: "quotas:write",
      body: checked(createQuotaInput),
      example: QUOTA,
      answers: { 201: { means: "The quota.", schema: quota } },
    },
    async ({ ctx, body }) => json(201, quotaJson(await createQuota(ctx, body))),
  ),
  endpoint(
    {
      ...QUOTAS,
      method: "get",
      operationId: "listQuotas",
      summary: "List quotas.",
      permission: "usage:read",
      query: checked(listQuotasInput),
      body: NO_BODY,
      answers: { 200: { means: "Quotas, newest first.", schema: pageShape(quota) } },
    },
    async ({ ctx, query }) => {
      const page = await listQuotas(ctx, query);
      return json(200, { data: page.data.map(quotaJson), nextCursor: page.nextCursor });
    },
  ),
  endpoint(
    {
      ...ONE_QUOTA,
      method: "get",
      operationId: "getQuota",
      summary: "Show a quota.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The quota as it stands.", schema: quota } },
    },
    async ({ ctx, params }) => json(200, quotaJson(await getQuota(ctx, params.id))),
  ),
  endpoint(
    {
      ...ONE_QUOTA,
      method: "patch",
      operationId: "updateQuota",
      summary: "Change a quota.",
      description: "What is absent stays, null clears. What was used in the running period stays counted.",
      permission: "quotas:write",
      body: checked(updateQuotaInput),
      example: { limit: "250" },
      answers: { 200: { means: "The quota as it now stands.", schema: quota } },
    },
    async ({ ctx, params, body }) => json(200, quotaJson(await updateQuota(ctx, params.id, body))),
  ),
  endpoint(
    {
      ...ONE_QUOTA,
      method: "delete",
      operationId: "deleteQuota",
      summary: "Delete a quota.",
      permission: "quotas:write",
      body: NO_BODY,
      answers: { 204: { means: "It binds nobody from now on." } },
    },
    async ({ ctx, params }) => {
      await deleteQuota(ctx, params.id);
      return NO_CONTENT;
    },
  ),
];
