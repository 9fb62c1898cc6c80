import {
  assignPurchase,
  claimPurchases,
  getPurchase,
  listPurchaseEntries,
  listPurchases,
  refreshPurchase,
} from "@/lib/commerce";
import { assignPurchaseInput, claimPurchasesInput, purchasesQuery } from "@/lib/commerce/schemas";
import { pageQuery } from "@/lib/kernel/cursor";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { claimed, purchase, purchaseEntry, refreshedPurchase } from "./shapes/purchases";

const PURCHASES = { path: "/purchases", tag: "Commerce", params: NO_PARAMS, query: NO_QUERY } as const;
const ONE = { path: "/purchases/{id}", tag: "Commerce", params: byId, query: NO_QUERY } as const;

export const purchaseEndpoints = [
  endpoint(
    {
      ...PURCHASES,
      method: "get",
      operationId: "listPurchases",
      summary: "List purchases: orders, payments, invoices.",
      permission: "usage:read",
      query: checked(purchasesQuery),
      body: NO_BODY,
      answers: { 200: { means: "Purchases, newest first.", schema: pageShape(purchase) } },
    },
    async ({ ctx, query }) => json(200, await listPurchases(ctx, query)),
  ),
  endpoint(
    {
      ...ONE,
      method: "get",
      operationId: "getPurchase",
      summary: "Show a purchase and what was booked for it.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The purchase.", schema: purchase } },
    },
    async ({ ctx, params }) => json(200, await getPurchase(ctx, params.id)),
  ),
  endpoint(
    {
      ...ONE,
      method: "get",
      path: "/purchases/{id}/entries",
      operationId: "listPurchaseEntries",
      summary: "List what was booked for a purchase.",
      description: "What it brought, and what refunds and disputes took of it or gave back.",
      permission: "usage:read",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Ledger entries, newest first.", schema: pageShape(purchaseEntry) } },
    },
    async ({ ctx, params, query }) => json(200, await listPurchaseEntries(ctx, params.id, query)),
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/purchases/{id}/assign",
      operationId: "assignPurchase",
      summary: "Say whose a purchase is.",
      description: "Of a guest's order that waits. What is due is booked at once; a repeat changes nothing.",
      permission: "credits:write",
      body: checked(assignPurchaseInput),
      example: { customer: "42" },
      answers: { 200: { means: "The purchase.", schema: purchase } },
      problems: ["conflict"],
    },
    async ({ ctx, params, body }) => json(200, await assignPurchase(ctx, params.id, body)),
  ),
  endpoint(
    {
      ...ONE,
      method: "post",
      path: "/purchases/{id}/refresh",
      operationId: "refreshPurchase",
      summary: "Look at a purchase again.",
      description:
        "Asks the shop for its present state where it can be asked, and books what is due under today's packages for " +
        "lines that were not granted yet.",
      permission: "connections:write",
      body: NO_BODY,
      answers: { 200: { means: "The purchase.", schema: refreshedPurchase } },
      problems: ["conflict"],
    },
    async ({ ctx, params }) => json(200, await refreshPurchase(ctx, params.id)),
  ),
  endpoint(
    {
      ...PURCHASES,
      method: "post",
      path: "/purchases/claims",
      operationId: "claimPurchases",
      summary: "Say that an e-mail address is a customer's.",
      description:
        "Only of an address that the customer has proven to be theirs: what guests bought under it becomes theirs, and " +
        "so does what guests buy under it from now on.",
      permission: "credits:write",
      body: checked(claimPurchasesInput),
      example: { customer: "42", email: "ada@example.com" },
      answers: { 200: { means: "How many purchases were waiting for them.", schema: claimed } },
      problems: ["not_found"],
    },
    async ({ ctx, body }) => json(200, await claimPurchases(ctx, body)),
  ),
];
