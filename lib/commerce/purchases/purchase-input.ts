import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import { PURCHASE_STATES } from "../core/purchase-word";

export const purchasesQuery = pageQuery.extend({
  connection: z.uuid("must be the id of a connection").optional(),
  state: z.enum(PURCHASE_STATES).optional(),
  customer: word().optional(),
  /** An order number, a payment's id or an e-mail address. */
  search: z.string().trim().min(1, "must not be empty").max(320).optional(),
});
export type PurchasesQuery = z.input<typeof purchasesQuery>;

export const assignPurchaseInput = z.strictObject({
  /** The merchant's id of the customer. */
  customer: word(),
});
export type AssignPurchaseInput = z.input<typeof assignPurchaseInput>;

export const claimPurchasesInput = z.strictObject({
  customer: word(),
  /** An address that this customer has proven to be theirs. */
  email: z.email("must be an e-mail address").max(320),
});
export type ClaimPurchasesInput = z.input<typeof claimPurchasesInput>;
