import { explainLimits, getQuotaTrial, limitsJson, trialJson, usageJson } from "@/lib/checks";
import { explainLimitsInput } from "@/lib/checks/schemas";
import { getQuotaUsage, listQuotaResets, previewResets } from "@/lib/quotas";
import { previewResetsInput, resetsQuery } from "@/lib/quotas/schemas";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { limitExplanation, quotaResets, quotaTrial, quotaUsage } from "./shapes/quota-checks";

const READING = { method: "get", tag: "Quotas", permission: "usage:read", body: NO_BODY } as const;

type Resets = Awaited<ReturnType<typeof listQuotaResets>>;

function resetsJson({ timeZone, resets }: Resets) {
  return { timeZone, resets: resets.map((at) => at.toISOString()) };
}

export const quotaCheckEndpoints = [
  endpoint(
    {
      ...READING,
      path: "/quotas/{id}/usage",
      operationId: "getQuotaUsage",
      summary: "Show what a quota counted in its running period, over all who drew on it.",
      description:
        "`nearLimit` are those at four fifths of the limit and more, `atLimit` those at it or beyond. Of guests a " +
        "session counts. `capped`: there are so many that the figures are of the first 20,000.",
      params: byId,
      query: NO_QUERY,
      answers: { 200: { means: "The figures, and the ten who drew most.", schema: quotaUsage } },
    },
    async ({ ctx, params }) => json(200, usageJson(await getQuotaUsage(ctx, params.id))),
  ),
  endpoint(
    {
      ...READING,
      path: "/quotas/{id}/resets",
      operationId: "listQuotaResets",
      summary: "List the next resets of a quota.",
      params: byId,
      query: checked(resetsQuery),
      answers: { 200: { means: "Soonest first; none for `never`.", schema: quotaResets } },
    },
    async ({ ctx, params, query }) => json(200, resetsJson(await listQuotaResets(ctx, params.id, query))),
  ),
  endpoint(
    {
      ...READING,
      path: "/quotas/{id}/trial",
      operationId: "getQuotaTrial",
      summary: "Show who a quota would refuse, before it enforces.",
      description:
        "What an observing quota counted in its running period and up to six before: how many went beyond the limit " +
        "and by how much, and the limit that would have refused 1 % or 5 % of those who drew on it.",
      params: byId,
      query: NO_QUERY,
      answers: { 200: { means: "What enforcing it would have done.", schema: quotaTrial } },
    },
    async ({ ctx, params }) => json(200, trialJson(await getQuotaTrial(ctx, params.id))),
  ),
  endpoint(
    {
      ...READING,
      path: "/quota-resets",
      operationId: "previewQuotaResets",
      summary: "List the resets that a quota with these settings would have.",
      params: NO_PARAMS,
      query: checked(previewResetsInput),
      answers: { 200: { means: "Soonest first; none for `never`.", schema: quotaResets } },
    },
    async ({ ctx, query }) => json(200, resetsJson(await previewResets(ctx, query))),
  ),
  endpoint(
    {
      ...READING,
      path: "/limits",
      operationId: "explainLimits",
      summary: "Explain which quotas bind somebody in one place, and why the others do not.",
      description:
        "Give a `customer`, `guest=true` (with a `session` to see what it used), or `roles` with commas between; and " +
        "where: `module`, `bot`, `store`. With a `cost`, says whether such a request would pass now and who would " +
        "pay. `tightest` is the quota that says no first, `most` the largest cost that passes (null: no limit).",
      params: NO_PARAMS,
      query: checked(explainLimitsInput),
      answers: { 200: { means: "Every quota, with its verdict.", schema: limitExplanation } },
    },
    async ({ ctx, query }) => json(200, limitsJson(await explainLimits(ctx, query))),
  ),
];
