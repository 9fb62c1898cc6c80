import { activityJson, getActivity, getInsight, insightJson } from "@/lib/logs";
import { activityInput, insightInput } from "@/lib/logs/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS } from "./reader";
import { json } from "./reply";
import { insight } from "./shapes/insight";
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
  endpoint(
    {
      method: "get",
      path: "/insight",
      operationId: "getInsight",
      tag: "Activity and logs",
      summary: "Show what usage comes to, split by one thing, beside the period before.",
      description:
        "Days count in the merchant's zone. Customers, hours of the week and the dearest requests are not known by " +
        "bot, store, provider or model: with such a filter they are null. A key bound to a store sees that store.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(insightInput),
      body: NO_BODY,
      answers: { 200: { means: "The figures of the period and of the one before.", schema: insight } },
    },
    async ({ ctx, query }) => json(200, insightJson(await getInsight(ctx, query))),
  ),
];
