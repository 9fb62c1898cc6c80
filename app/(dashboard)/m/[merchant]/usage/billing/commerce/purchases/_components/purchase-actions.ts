"use server";

import { assignPurchase, refreshPurchase, rehearseRefund, startReconciliation } from "@/lib/commerce";
import type { RehearseRefundInput } from "@/lib/commerce/schemas";
import { searchCustomers } from "@/lib/customers";
import { defineAction } from "@/lib/web";

const MOST_FOUND = 20;

export const assignPurchaseAction = defineAction(
  async (ctx, { id, customer }: { id: string; customer: string }) => assignPurchase(ctx, id, { customer }),
);

export const refreshPurchaseAction = defineAction(async (ctx, id: string) => refreshPurchase(ctx, id));

/** Customers whose id, name or address begins with what was typed. */
export const findCustomersAction = defineAction(async (ctx, text: string) =>
  (await searchCustomers(ctx, text, MOST_FOUND)).map(({ externalId, name, email }) => ({
    externalId,
    label: [name, email, externalId].filter(Boolean).join(" · "),
  })),
);

export const compareAction = defineAction(async (ctx, connection: string) => {
  const { id } = await startReconciliation(ctx, connection);
  return { id };
});

export const rehearseRefundAction = defineAction(
  async (ctx, { id, refund }: { id: string; refund: RehearseRefundInput }) => rehearseRefund(ctx, id, refund),
);
