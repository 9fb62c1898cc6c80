import { type Ctx, requireCan } from "@/lib/access";
import { storableText } from "@/lib/kernel/fields";
import { findCustomersByWords } from "./customer-words.repo";
import type { Customer } from "./people.repo";

const LONGEST = 200;

/**
 * Customers whose id, name or e-mail address have words that begin with those of the text, in any case and order:
 * "ann mey" finds Anna Meyer, "meyer@exa" finds her address. The one with exactly this id or address comes first, then
 * names that begin with the text, then the others by name; at most `limit` of up to 500 that match. A text without a
 * letter or digit finds nobody.
 */
export async function searchCustomers(ctx: Ctx, text: string, limit: number): Promise<Customer[]> {
  requireCan(ctx, "usage:read");
  const wanted = storableText(text).trim().slice(0, LONGEST);
  if (wanted === "") return [];
  return findCustomersByWords(ctx, { merchantId: ctx.merchantId, text: wanted, limit });
}
