import { getTask, taskJson } from "@/lib/tasks";
import { previewBulkGrant, startBulkGrant } from "@/lib/wallets";
import { bulkGrantInput } from "@/lib/wallets/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { bulkPreview } from "./shapes/bulk-grants";
import { task } from "./shapes/tasks";

const COMMON = {
  tag: "Balances",
  method: "post",
  permission: "credits:write",
  params: NO_PARAMS,
  query: NO_QUERY,
  body: checked(bulkGrantInput),
} as const;

export const bulkGrantEndpoints = [
  endpoint(
    {
      ...COMMON,
      path: "/bulk-grants/preview",
      operationId: "previewBulkGrant",
      summary: "Tell what a bulk grant would do, and do nothing.",
      description: "How many grants to how many customers, their sum, and what is wrong with which row.",
      example: {
        id: "spring-2027",
        csv: "customer,amount,expires\n42,100,2027-06-30\n43,50,\n",
        reason: "Spring",
      },
      answers: { 200: { means: "What it would do.", schema: bulkPreview } },
    },
    async ({ ctx, body }) => json(200, await previewBulkGrant(ctx, body)),
  ),
  endpoint(
    {
      ...COMMON,
      path: "/bulk-grants",
      operationId: "startBulkGrant",
      summary: "Grant credits to many customers, by a list or by a filter.",
      description:
        "`csv` is a file as text (RFC 4180) whose first line names `customer`, `amount` and, as wanted, `category`, " +
        "`expires`, `priority`, `reason`; what a row leaves out is as given beside it. Or `filter` grants one `amount` " +
        "to all customers it finds now. It runs in the background and survives the death of a server; a row is granted " +
        "once. Rows with a problem are left out and told in the task's `result`.",
      example: {
        id: "gold-november",
        filter: { role: "gold" },
        amount: "25",
        category: "promotional",
        reason: "Thanks",
      },
      answers: {
        202: { means: "The task that grants them.", schema: task },
        200: {
          means: "The task of the first call with the same `id`: nothing is granted again.",
          schema: task,
        },
      },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => {
      const started = await startBulkGrant(ctx, body);
      return json(started.replayed ? 200 : 202, taskJson(await getTask(ctx, started.task.id)));
    },
  ),
];
