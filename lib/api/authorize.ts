import { authorize } from "@/lib/metering";
import { authorizeInput } from "@/lib/metering/schemas";
import { endpoint } from "./endpoint";
import { AUTHORIZATION, AUTHORIZE } from "./examples";
import { NO_PARAMS, NO_QUERY, unparsed } from "./reader";
import { jsonText } from "./reply";
import { authorization } from "./shapes/money";

export const authorizeEndpoints = [
  endpoint(
    {
      method: "post",
      path: "/authorize",
      operationId: "authorize",
      tag: "Metering",
      summary: "May this request run? Sets its estimated cost aside.",
      description:
        "Prices the estimate and holds that much of balance and quota until the usage is recorded, the hold is " +
        "released, or its time is over. The same `id` with the same content answers the same again, marked " +
        "`replayed`; a refused request wrote nothing, so its `id` is decided anew.",
      permission: "usage:write",
      params: NO_PARAMS,
      query: NO_QUERY,
      body: unparsed(authorizeInput),
      example: AUTHORIZE,
      answers: { 200: { means: "It may run.", schema: authorization, example: AUTHORIZATION } },
      refusals: ["insufficient_credits", "quota_exceeded", "access_disabled", "unpriced"],
      problems: ["conflict"],
    },
    async ({ ctx, body }) => jsonText(200, (await authorize(ctx, body)).body),
  ),
];
