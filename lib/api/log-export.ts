import { z } from "@hono/zod-openapi";
import { exportLogs } from "@/lib/logs";
import { EXPORT_COLUMNS, exportLogsInput, USUAL_COLUMNS } from "@/lib/logs/schemas";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS } from "./reader";

const names = (columns: readonly string[]) => columns.map((column) => `\`${column}\``).join(", ");

export const logExportEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/logs/export",
      operationId: "exportLogs",
      tag: "Activity and logs",
      summary: "Export the logs that match as a file.",
      description:
        "However many there are: the answer is streamed, newest first, as the logs stood at one moment. `format=csv` " +
        "(RFC 4180, UTF-8) has a header and, unless `columns` names others with commas between them, the columns " +
        `${names(USUAL_COLUMNS)}; there are also ${names(EXPORT_COLUMNS.slice(USUAL_COLUMNS.length))}. Texts that a ` +
        "spreadsheet would take for a formula begin with an apostrophe, line ends in texts become spaces, and " +
        "`bom=true` puts a byte order mark in front, by which Excel knows UTF-8. `format=jsonl` has one log a line " +
        "in the shape of the list, or with `messages=true` in that of one log.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(exportLogsInput),
      body: NO_BODY,
      answers: {
        200: { means: "The file.", schema: z.string(), media: ["text/csv", "application/x-ndjson"] },
      },
    },
    async ({ ctx, query }) => {
      const file = await exportLogs(ctx, query);
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
];
