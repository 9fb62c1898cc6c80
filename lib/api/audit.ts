import { listAudit } from "@/lib/audit";
import { pageQuery } from "@/lib/kernel/cursor";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS } from "./reader";
import { json } from "./reply";
import { auditEvent, pageShape } from "./shapes/basics";

export const auditEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/audit",
      operationId: "listAudit",
      tag: "Settings",
      summary: "List who changed what.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(pageQuery),
      body: NO_BODY,
      answers: {
        200: { means: "Acts, newest first. The record is append-only.", schema: pageShape(auditEvent) },
      },
    },
    async ({ ctx, query }) => json(200, await listAudit(ctx, query)),
  ),
];
