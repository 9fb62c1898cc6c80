"use server";

import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { parseCredits } from "@/lib/kernel/micros";
import { releaseHoldOfCustomer, resetQuotas } from "@/lib/metering";
import { addCredits, freezeBalance, setBalance, unfreezeBalance } from "@/lib/wallets";
import { defineAction } from "@/lib/web";
import { grantOf, type GrantInput } from "./grant-input";
import { z } from "zod";

const changedShape = z.object({ balance: z.object({ total: z.string() }) });
const bookedShape = z.object({ amount: z.string() });

type EditInput = { customer: string; balance: string; expected: string; reason: string };
type Edited = { readonly booked: bigint } | { readonly now: bigint };

/** Sets a balance while it still shows what the member saw; if not, tells what it shows. */
export const setBalanceAction = defineAction(async (ctx, input: EditInput): Promise<Edited> => {
  const { customer, ...wanted } = input;
  try {
    const { body } = await setBalance(ctx, customer, { ...wanted, id: newId(ctx.now) });
    return { booked: parseCredits(bookedShape.parse(body).amount) ?? 0n };
  } catch (error) {
    const changed =
      error instanceof AppError
        ? changedShape.safeParse(error.details.extensions)
        : { success: false as const };
    const now = changed.success ? parseCredits(changed.data.balance.total) : null;
    if (now === null) throw error;
    return { now };
  }
});

/** Grants credits, or with a negative amount takes some away. Tells what was booked. */
export const grantAction = defineAction(async (ctx, { customer, ...given }: GrantInput) => {
  const { body } = await addCredits(ctx, customer, grantOf(given, ctx.merchant.timeZone));
  return { booked: parseCredits(bookedShape.parse(body).amount) ?? 0n };
});

export const resetUsageAction = defineAction(
  async (ctx, { customer, scope }: { customer: string; scope: string | null }) => {
    const { quotas } = await resetQuotas(ctx, customer, { scope });
    return { scopes: quotas.length };
  },
);

export const freezeAction = defineAction(
  async (ctx, { customer, frozen, reason }: { customer: string; frozen: boolean; reason: string }) => {
    await (frozen ? freezeBalance : unfreezeBalance)(ctx, customer, { reason });
  },
);

export const releaseHoldAction = defineAction(
  async (ctx, { customer, hold }: { customer: string; hold: string }) => {
    await releaseHoldOfCustomer(ctx, customer, hold);
  },
);
