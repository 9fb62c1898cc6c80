import { creditsToString } from "@/lib/kernel/micros";
import {
  type CatalogueModel,
  getTypicalUsage,
  LIST_PRICES_OF,
  listUnpricedModels,
  replayPricing,
  searchCatalogue,
} from "@/lib/pricing";
import { LIST_CURRENCY, perThousand } from "@/lib/pricing/core";
import { replayInput, searchCatalogueInput } from "@/lib/pricing/schemas";
import { getTask, taskJson } from "@/lib/tasks";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { catalogue, replayReport, typicalRequests, unpricedModels } from "./shapes/pricing";
import { task } from "./shapes/tasks";

const COMMON = { tag: "Pricing", permission: "usage:read", params: NO_PARAMS, query: NO_QUERY } as const;

export const pricingInsightEndpoints = [
  endpoint(
    {
      ...COMMON,
      method: "post",
      path: "/pricing-rules/replay",
      operationId: "replayPricing",
      summary: "See what a rule would have changed before saving it.",
      description:
        "Prices the recorded requests of the last days again, exactly, under the rules as they stand and as they " +
        "would stand. With `rule`, `draft` says what would change of it, and null that it would be deleted; without, " +
        "`draft` is a rule that would be added. Many requests, or `background`, make a task whose `result` will be " +
        "the report. Nothing is saved or charged.",
      body: checked(replayInput),
      example: {
        range: "30d",
        draft: { operation: "chat", method: "flat", unitRate: "3", model: "gpt-4o" },
      },
      answers: {
        200: { means: "The report.", schema: replayReport },
        202: { means: "It goes on in the background: follow the task.", schema: task },
      },
      problems: ["not_found", "conflict"],
    },
    async ({ ctx, body }) => {
      const { report, task: begun } = await replayPricing(ctx, body);
      return report ? json(200, report) : json(202, taskJson(await getTask(ctx, begun.id)));
    },
  ),
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/unpriced-models",
      operationId: "listUnpricedModels",
      summary: "List what ran without a rule and still has none.",
      description: "Of the last 90 days, the most frequent first; from the daily figures.",
      body: NO_BODY,
      answers: { 200: { means: "Kinds of requests without a rule.", schema: unpricedModels } },
    },
    async ({ ctx }) => {
      const models = await listUnpricedModels(ctx);
      return json(200, {
        data: models.map(({ requests, units, charged, ...model }) => ({
          ...model,
          requests: Number(requests),
          units: Number(units),
          charged: creditsToString(charged),
        })),
      });
    },
  ),
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/model-catalogue",
      operationId: "searchModelCatalogue",
      summary: "Find models to price, with what their providers ask.",
      description:
        "The merchant's own models first, then those on the providers' lists, a hundred at most. List prices come " +
        "from a kept library and are no offer: `pricesOf` says how old they are.",
      query: checked(searchCatalogueInput),
      body: NO_BODY,
      answers: { 200: { means: "Models.", schema: catalogue } },
    },
    async ({ ctx, query }) =>
      json(200, {
        currency: LIST_CURRENCY,
        pricesOf: LIST_PRICES_OF,
        data: (await searchCatalogue(ctx, query)).map(catalogueLine),
      }),
  ),
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/typical-requests",
      operationId: "listTypicalRequests",
      summary: "Show the average request of each usage type.",
      description: "Of the last 30 days: what worked examples and estimates are made with.",
      body: NO_BODY,
      answers: { 200: { means: "Averages.", schema: typicalRequests } },
    },
    async ({ ctx }) =>
      json(200, {
        data: (await getTypicalUsage(ctx)).map(({ module, operation, requests, usage }) => ({
          module,
          operation,
          requests: Number(requests),
          inputTokens: usage.inputTokens,
          outputTokens: usage.outputTokens,
          images: usage.images,
          videos: usage.videos,
        })),
      }),
  ),
];

function catalogueLine({ provider, model, requests, price }: CatalogueModel) {
  const per = (each: bigint | null) => (each === null ? null : perThousand(each));
  return {
    provider,
    model,
    requests: Number(requests),
    listPrice: price && {
      input: per(price.input),
      output: per(price.output),
      cachedInput: per(price.cachedInput),
      cacheWrite: per(price.cacheWrite),
      reasoning: per(price.reasoning),
      tiered: price.tiered,
    },
  };
}
