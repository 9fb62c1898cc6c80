import { activityJson, getActivity } from "@/lib/logs";
import { activityInput } from "@/lib/logs/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS } from "./reader";
import { json } from "./reply";
import { activity } from "./shapes/logs";

export const activityEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/activity",
      operationId: "getActivity",
      tag: "Activity and logs",
      summary: "Show the figures of a range: cards and a daily series.",
      description:
        "`creditsAdded` counts purchases, grants and positive adjustments; `balanceDebited` usage only; quota-only " +
        "figures leave out requests that a balance paid in part. Everything else has its figure in `other`.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(activityInput),
      body: NO_BODY,
      answers: { 200: { means: "The figures, by calendar days of the merchant's zone.", schema: activity } },
    },
    async ({ ctx, query }) => json(200, activityJson(await getActivity(ctx, query))),
  ),
];
