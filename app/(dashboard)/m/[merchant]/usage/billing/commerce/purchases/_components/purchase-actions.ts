"use server";

import { refreshPurchase, rehearseRefund, startReconciliation } from "@/lib/commerce";
import type { RehearseRefundInput } from "@/lib/commerce/schemas";
import { defineAction } from "@/lib/web";

export const refreshPurchaseAction = defineAction(async (ctx, id: string) => refreshPurchase(ctx, id));

export const compareAction = defineAction(async (ctx, connection: string) => {
  const { id } = await startReconciliation(ctx, connection);
  return { id };
});

export const rehearseRefundAction = defineAction(
  async (ctx, { id, refund }: { id: string; refund: RehearseRefundInput }) => rehearseRefund(ctx, id, refund),
);
