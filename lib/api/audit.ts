import { z } from "@hono/zod-openapi";
import { exportAudit, listAudit } from "@/lib/audit";
import { auditFilters, listAuditInput } from "@/lib/audit/schemas";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS } from "./reader";
import { json } from "./reply";
import { auditEvent, pageShape } from "./shapes/basics";

const FILTERS =
  "`actor` is the id of whoever acted, `entity` a kind of thing (`store`) and `entityId` one of them, `from` and `to` " +
  "(not included) bound the time, `search` finds beginnings of words in action, id, actor and details.";

export const auditEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/audit",
      operationId: "listAudit",
      tag: "Settings",
      summary: "List who changed what.",
      description: FILTERS,
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(listAuditInput),
      body: NO_BODY,
      answers: {
        200: { means: "Acts, newest first. The record is append-only.", schema: pageShape(auditEvent) },
      },
    },
    async ({ ctx, query }) => json(200, await listAudit(ctx, query)),
  ),
  endpoint(
    {
      method: "get",
      path: "/audit/export",
      operationId: "exportAudit",
      tag: "Settings",
      summary: "Export the audit trail as CSV.",
      description: FILTERS,
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(auditFilters),
      body: NO_BODY,
      answers: {
        200: { means: "Acts that match, newest first.", schema: z.string(), media: ["text/csv"] },
      },
    },
    async ({ ctx, query }) => {
      const file = await exportAudit(ctx, query);
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
];
