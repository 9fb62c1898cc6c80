import { z } from "@hono/zod-openapi";
import { fetchMerchantExport, startMerchantExport } from "@/lib/merchants";
import { getTask, taskJson } from "@/lib/tasks";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { task } from "./shapes/tasks";

export const exportEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/exports",
      operationId: "startExport",
      tag: "Settings",
      summary: "Export everything that is kept of the merchant.",
      description:
        "Written in the background: `GET /tasks/{id}` tells how far it is. Secrets, hashes of keys and passwords are " +
        "not in it. One at a time.",
      permission: "merchant:export",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 202: { means: "The task that writes it.", schema: task } },
      problems: ["conflict"],
    },
    async ({ ctx }) => {
      const { id } = await startMerchantExport(ctx);
      return json(202, taskJson(await getTask(ctx, id)));
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/exports/{id}/file",
      operationId: "fetchExport",
      tag: "Settings",
      summary: "Fetch the file of an export.",
      description:
        "Once its task is `done`, for seven days, as often as wanted: a `.tar.gz` with `manifest.json` and a folder of " +
        "JSON Lines for each table.",
      permission: "merchant:export",
      params: byId,
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 200: { means: "The file.", schema: z.string(), media: ["application/gzip"] } },
      problems: ["conflict"],
    },
    async ({ ctx, params }) => {
      const file = await fetchMerchantExport(ctx, params.id);
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
];
