import { checksJson, getOverview, overviewJson, runChecks } from "@/lib/checks";
import { runChecksInput } from "@/lib/checks/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { checks, overview } from "./shapes/overview";

const READING = {
  method: "get",
  tag: "Overview",
  permission: "usage:read",
  params: NO_PARAMS,
  body: NO_BODY,
} as const;

export const overviewEndpoints = [
  endpoint(
    {
      ...READING,
      path: "/overview",
      operationId: "getOverview",
      summary: "Show whether it runs, what it costs, whose balance is about to end, and what needs somebody.",
      description:
        "`usualHour` is what an hour that ends now usually brings, over seven days. `runningOut`: of those who used " +
        "most in seven days, whose balance lasts less than three days more at that pace. `needs` come with the " +
        "`path` below `/m/{slug}` of the screen that fixes them. A key bound to a store is refused.",
      query: NO_QUERY,
      answers: { 200: { means: "The figures of this moment.", schema: overview } },
    },
    async ({ ctx }) => json(200, overviewJson(await getOverview(ctx))),
  ),
  endpoint(
    {
      ...READING,
      path: "/checks",
      operationId: "runChecks",
      summary: "Check live why something does not work, for everybody or for one customer.",
      description:
        "Each question of the troubleshooting page with its conditions: passed, failed, a warning, or unknown, with " +
        "the facts it was decided by and the `path` below `/m/{slug}` of the screen that fixes it.",
      query: checked(runChecksInput),
      answers: { 200: { means: "The questions, with their conditions.", schema: checks } },
    },
    async ({ ctx, query }) => json(200, checksJson(await runChecks(ctx, query))),
  ),
];
