import { getHold, releaseHold } from "@/lib/metering";
import { endpoint } from "./endpoint";
import { byWord } from "./paths";
import { NO_BODY, NO_QUERY } from "./reader";
import { json } from "./reply";
import { hold } from "./shapes/money";

const HOLD = {
  path: "/holds/{id}",
  tag: "Metering",
  params: byWord,
  query: NO_QUERY,
  body: NO_BODY,
} as const;

export const holdEndpoints = [
  endpoint(
    {
      ...HOLD,
      method: "get",
      operationId: "getHold",
      summary: "Show what is set aside for a request.",
      permission: "usage:read",
      answers: { 200: { means: "The hold, by the id of its authorize.", schema: hold } },
    },
    async ({ ctx, params }) => json(200, await getHold(ctx, params.id)),
  ),
  endpoint(
    {
      ...HOLD,
      method: "delete",
      operationId: "releaseHold",
      summary: "Release a hold: the request will not run.",
      description: "Its credits return to the lots they came from. Releasing again changes nothing.",
      permission: "usage:write",
      answers: { 200: { means: "The released hold.", schema: hold } },
      problems: ["conflict"],
    },
    async ({ ctx, params }) => json(200, await releaseHold(ctx, params.id)),
  ),
];
