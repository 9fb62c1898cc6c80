import type { Ctx } from "@/lib/access";
import { creditsToString } from "@/lib/kernel/micros";
import { addCredits, getBalance, lotJson, setBalance } from "@/lib/wallets";
import { addCreditsInput, setBalanceInput } from "@/lib/wallets/schemas";
import { endpoint } from "./endpoint";
import { CREDITS, SET_BALANCE } from "./examples";
import { byCustomer } from "./paths";
import { NO_BODY, NO_QUERY, unparsed } from "./reader";
import { json } from "./reply";
import { wallet, walletChange } from "./shapes/people";

const BALANCE = {
  path: "/customers/{externalId}/balance",
  tag: "Balances",
  params: byCustomer,
  query: NO_QUERY,
} as const;

export const balanceEndpoints = [
  endpoint(
    {
      ...BALANCE,
      method: "get",
      operationId: "getBalance",
      summary: "Show a customer's balance and lots.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The balance as of now.", schema: wallet } },
    },
    async ({ ctx, params }) => json(200, await walletJson(ctx, params.externalId)),
  ),
  endpoint(
    {
      ...BALANCE,
      method: "put",
      operationId: "setBalance",
      summary: "Set a balance; the difference is booked as an adjustment.",
      description:
        "With `expected`, the balance somebody saw: when it shows another one by now, nothing is changed, and 409 " +
        "`conflict` carries the `balance` it shows.",
      permission: "credits:write",
      body: unparsed(setBalanceInput),
      example: SET_BALANCE,
      answers: {
        200: { means: "What was booked, or the first answer to the same `id`.", schema: walletChange },
      },
      problems: ["conflict", { code: "insufficient_credits", status: 409 }],
    },
    async ({ ctx, params, body }) => json(200, (await setBalance(ctx, params.externalId, body)).body),
  ),
  endpoint(
    {
      ...BALANCE,
      path: "/customers/{externalId}/credits",
      method: "post",
      operationId: "addCredits",
      summary: "Grant credits, or take some away with a negative amount.",
      description:
        "A grant is a lot of its own. Taking away more than is available is refused, never cut down; held parts are " +
        "left alone.",
      permission: "credits:write",
      body: unparsed(addCreditsInput),
      example: CREDITS,
      answers: {
        201: { means: "Booked.", schema: walletChange },
        200: { means: "The first answer to the same `id`, marked `replayed`.", schema: walletChange },
      },
      problems: ["conflict", { code: "insufficient_credits", status: 409 }],
    },
    async ({ ctx, params, body }) => {
      const booked = await addCredits(ctx, params.externalId, body);
      return json(booked.replayed ? 200 : 201, booked.body);
    },
  ),
];

async function walletJson(ctx: Ctx, externalId: string) {
  const { total, held, available, debt, frozen, frozenAt, frozenReason, lots } = await getBalance(
    ctx,
    externalId,
  );
  return {
    frozenAt: frozenAt?.toISOString() ?? null,
    frozenReason,
    total: creditsToString(total),
    held: creditsToString(held),
    available: creditsToString(available),
    debt: creditsToString(debt),
    frozen,
    lots: lots.map(lotJson),
  };
}
