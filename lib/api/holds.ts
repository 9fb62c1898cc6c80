import { z } from "@hono/zod-openapi";
import { word } from "@/lib/kernel/fields";
import { creditsToString } from "@/lib/kernel/micros";
import { getHold, releaseHold, releaseHoldOfCustomer } from "@/lib/metering";
import { type Hold, listOpenHolds } from "@/lib/wallets";
import { lotReferences } from "@/lib/wallets/core";
import { endpoint } from "./endpoint";
import { byCustomer, byWord } from "./paths";
import { NO_BODY, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { openHolds } from "./shapes/balances";
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
  endpoint(
    {
      method: "get",
      path: "/customers/{externalId}/holds",
      operationId: "listOpenHolds",
      tag: "Balances",
      summary: "List what is set aside for a customer's requests in flight.",
      permission: "usage:read",
      params: byCustomer,
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 200: { means: "The open holds, oldest first, all of them.", schema: openHolds } },
    },
    async ({ ctx, params }) => {
      const holds = await listOpenHolds(ctx, params.externalId);
      return json(200, { data: holds.map(holdJson), nextCursor: null });
    },
  ),
  endpoint(
    {
      method: "delete",
      path: "/customers/{externalId}/holds/{id}",
      operationId: "releaseHoldOfCustomer",
      tag: "Balances",
      summary: "Release a customer's hold by hand, as when its request died.",
      description: "Usage that arrives for it later is charged as new. Releasing again changes nothing.",
      permission: "credits:write",
      params: parsed(z.strictObject({ externalId: word(), id: word() })),
      query: NO_QUERY,
      body: NO_BODY,
      answers: { 200: { means: "The released hold.", schema: hold } },
      problems: ["conflict"],
    },
    async ({ ctx, params }) => json(200, await releaseHoldOfCustomer(ctx, params.externalId, params.id)),
  ),
];

function holdJson(each: Hold) {
  return {
    id: each.id,
    state: each.state,
    amount: creditsToString(each.amount),
    fromBalance: creditsToString(each.fromBalance),
    fromQuota: creditsToString(each.fromQuota),
    lots: lotReferences(each.lots),
    createdAt: each.createdAt.toISOString(),
    expiresAt: each.expiresAt.toISOString(),
  };
}
