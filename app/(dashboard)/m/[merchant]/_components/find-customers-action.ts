"use server";

import { searchCustomers } from "@/lib/customers";
import { defineAction } from "@/lib/web";

const MOST_FOUND = 8;

/** Customers with a word of their name, address or id that begins with what was typed. */
export const findCustomersAction = defineAction(async (ctx, text: string) =>
  (await searchCustomers(ctx, text, MOST_FOUND)).map(({ externalId, name, email }) => ({
    externalId,
    about: [name, email].filter(Boolean).join(" · "),
  })),
);
