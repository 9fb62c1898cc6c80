import { recordUsage, recordUsageBatch } from "@/lib/metering";
import { recordUsageInput, usageBatchInput } from "@/lib/metering/schemas";
import { endpoint } from "./endpoint";
import { BATCH, RECEIPT, USAGE } from "./examples";
import { NO_PARAMS, NO_QUERY, unparsed } from "./reader";
import { jsonText } from "./reply";
import { batchReceipt, usageReceipt } from "./shapes/money";

export const usageEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/usage",
      operationId: "recordUsage",
      tag: "Metering",
      summary: "Record what a request consumed and charge it.",
      description:
        "Settles the open hold of the same `id` (or the one that `hold` names), else charges balance, then quota. " +
        "Usage that happened is always recorded: what nothing covers is `overdraft`, and the next request is refused.",
      permission: "usage:write",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: unparsed(recordUsageInput),
      example: USAGE,
      answers: {
        201: { means: "Recorded and charged.", schema: usageReceipt, example: RECEIPT },
        200: {
          means: "The same was recorded before: the first answer, marked `replayed`.",
          schema: usageReceipt,
          example: { ...RECEIPT, replayed: true },
        },
      },
      problems: ["conflict", "not_found"],
    },
    async ({ ctx, body }) => {
      const receipt = await recordUsage(ctx, body);
      return jsonText(receipt.replayed ? 200 : 201, receipt.body);
    },
  ),
  endpoint(
    {
      method: "post",
      path: "/usage/batch",
      operationId: "recordUsageBatch",
      tag: "Metering",
      summary: "Record up to 1,000 usage events.",
      description:
        "Each counts as it would alone; a bad one is rejected in its place and never blocks the others.",
      permission: "usage:write",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: unparsed(usageBatchInput),
      example: BATCH,
      answers: {
        200: {
          means: "What became of each event, in the order given.",
          schema: batchReceipt,
          example: { results: [{ status: "recorded", ...RECEIPT, id: "req_2" }] },
        },
      },
    },
    async ({ ctx, body }) => jsonText(200, await recordUsageBatch(ctx, body)),
  ),
];
