import { getLog, listLogs, logJson, logSummaryJson } from "@/lib/logs";
import { listLogsInput } from "@/lib/logs/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { log, logSummary } from "./shapes/logs";

export const logEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/logs",
      operationId: "listLogs",
      tag: "Activity and logs",
      summary: "List and search conversations.",
      description:
        "Search finds whole words, any case. Latest activity first, unless `sort` says otherwise; by `cost` or " +
        "`tokens` at most 10,000 logs can be sorted. `refused` are requests that nothing covered: they ran, and are " +
        "recorded with their overdraft. A refused `authorize` writes nothing and has no log.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(listLogsInput),
      body: NO_BODY,
      answers: { 200: { means: "Logs without their messages.", schema: pageShape(logSummary) } },
    },
    async ({ ctx, query }) => {
      const page = await listLogs(ctx, query);
      return json(200, { data: page.data.map(logSummaryJson), nextCursor: page.nextCursor });
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/logs/{id}",
      operationId: "getLog",
      tag: "Activity and logs",
      summary: "Show a conversation with its messages and charges.",
      permission: "usage:read",
      params: byId,
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 200: { means: "The log.", schema: log } },
    },
    async ({ ctx, params }) => json(200, logJson(await getLog(ctx, params.id))),
  ),
];
