import { creditsToString } from "@/lib/kernel/micros";
import { listUsageOfCustomers, type ScopeUsage } from "@/lib/metering";
import { type BalanceRow, freezeBalance, listBalances, unfreezeBalance } from "@/lib/wallets";
import { balancesQuery, freezeInput } from "@/lib/wallets/schemas";
import { endpoint } from "./endpoint";
import { byCustomer } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, unparsed } from "./reader";
import { json } from "./reply";
import { balanceRow, frozenState } from "./shapes/balances";
import { pageShape } from "./shapes/basics";

const FREEZE = {
  tag: "Balances",
  permission: "credits:write",
  params: byCustomer,
  query: NO_QUERY,
  body: unparsed(freezeInput),
  bodyOptional: true,
  problems: ["not_found"],
} as const;

export const balanceListEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/balances",
      operationId: "listBalances",
      tag: "Balances",
      summary: "List the customers who used or were given credits, with their balances.",
      description:
        "Sorted by last usage, balance or name; with a minus the highest or latest first. `search` finds every " +
        "customer by beginnings of words in name, e-mail address and id, the first 500 that match.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(balancesQuery),
      body: NO_BODY,
      answers: { 200: { means: "Balances as of now.", schema: pageShape(balanceRow) } },
    },
    async ({ ctx, query }) => {
      const { data, nextCursor } = await listBalances(ctx, query);
      const usage = await listUsageOfCustomers(ctx, data);
      return json(200, {
        data: data.map((row) => rowJson(row, usage.get(row.customerId) ?? [])),
        nextCursor,
      });
    },
  ),
  endpoint(
    {
      ...FREEZE,
      method: "post",
      path: "/customers/{externalId}/freeze",
      operationId: "freezeBalance",
      summary: "Freeze a balance: no new request may take of it.",
      description:
        "What it holds stays, and open holds can still be settled. What quotas allow still runs. Freezing again keeps " +
        "the first instant.",
      example: { reason: "Chargeback under review" },
      answers: { 200: { means: "The state of the balance.", schema: frozenState } },
    },
    async ({ ctx, params, body }) => json(200, frozenJson(await freezeBalance(ctx, params.externalId, body))),
  ),
  endpoint(
    {
      ...FREEZE,
      method: "post",
      path: "/customers/{externalId}/unfreeze",
      operationId: "unfreezeBalance",
      summary: "Set a frozen balance free.",
      description: "One that is not frozen stays as it is.",
      example: { reason: "Resolved" },
      answers: { 200: { means: "The state of the balance.", schema: frozenState } },
    },
    async ({ ctx, params, body }) =>
      json(200, frozenJson(await unfreezeBalance(ctx, params.externalId, body))),
  ),
];

function frozenJson({ frozen, at, reason }: Awaited<ReturnType<typeof freezeBalance>>) {
  return { frozen, frozenAt: at?.toISOString() ?? null, frozenReason: reason };
}

function rowJson(row: BalanceRow, quotas: readonly ScopeUsage[]) {
  const { externalId, email, name, roles, frozen } = row;
  return {
    customer: { externalId, email, name, roles },
    total: creditsToString(row.total),
    held: creditsToString(row.held),
    available: creditsToString(row.available),
    debt: creditsToString(row.debt),
    frozen: frozen !== null,
    frozenAt: frozen?.at.toISOString() ?? null,
    frozenReason: frozen?.reason ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastResetAt: row.lastResetAt?.toISOString() ?? null,
    quotas: quotas.map(quotaJson),
  };
}

function quotaJson({ quotaId, scope, limit, used, held, remaining, resetsAt }: ScopeUsage) {
  return {
    id: quotaId,
    scope,
    limit: limit === null ? null : creditsToString(limit),
    used: creditsToString(used),
    held: creditsToString(held),
    remaining: remaining === null ? null : creditsToString(remaining),
    resetsAt: resetsAt?.toISOString() ?? null,
  };
}
