"use server";

import { assignPurchase } from "@/lib/commerce";
import { searchCustomers } from "@/lib/customers";
import { defineAction } from "@/lib/web";

const MOST_FOUND = 20;

export const assignPurchaseAction = defineAction(
  async (ctx, { id, customer }: { id: string; customer: string }) => assignPurchase(ctx, id, { customer }),
);

/** Customers whose id, name or address begins with what was typed. */
export const findCustomersAction = defineAction(async (ctx, text: string) =>
  (await searchCustomers(ctx, text, MOST_FOUND)).map(({ externalId, name, email }) => ({
    externalId,
    label: [name, email, externalId].filter(Boolean).join(" · "),
  })),
);
