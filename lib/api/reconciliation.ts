import { type DifferenceRow, listDifferences, startReconciliation } from "@/lib/commerce";
import { differencesQuery, startReconciliationInput } from "@/lib/commerce/schemas";
import { getTask, taskJson } from "@/lib/tasks";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { purchaseDifference } from "./shapes/reconciliation";
import { task } from "./shapes/tasks";

export const reconciliationEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/connections/{id}/reconcile",
      operationId: "startReconciliation",
      tag: "Commerce",
      summary: "Compare what a shop sold with what was booked.",
      description:
        "Since the last time, or since an instant. What differs is listed under the task and repaired where that is " +
        "safe. Every connection with keys is compared once a night.",
      permission: "connections:write",
      params: byId,
      query: NO_QUERY,
      body: checked(startReconciliationInput),
      bodyOptional: true,
      example: { since: "2026-11-01T00:00:00Z" },
      answers: { 202: { means: "The task that compares.", schema: task } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => {
      const { id } = await startReconciliation(ctx, params.id, body);
      return json(202, taskJson(await getTask({ ...ctx, permissions: new Set(["usage:read"]) }, id)));
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/reconciliation-differences",
      operationId: "listReconciliationDifferences",
      tag: "Commerce",
      summary: "List what a reconciliation found.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(differencesQuery),
      body: NO_BODY,
      answers: { 200: { means: "Differences, newest first.", schema: pageShape(purchaseDifference) } },
    },
    async ({ ctx, query }) => {
      const page = await listDifferences(ctx, query);
      return json(200, { ...page, data: page.data.map(differenceJson) });
    },
  ),
];

function differenceJson({ foundAt, ...difference }: DifferenceRow) {
  return { ...difference, foundAt: foundAt.toISOString() };
}
