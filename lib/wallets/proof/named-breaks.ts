import type { Sql } from "@/lib/db";
import type { Break } from "../verify-wallets";
import { namesOf } from "./verifications.repo";

export type NamedBreak = Omit<Break, "merchantId"> & { readonly customer: string | null };

/** Breaks as they are kept and shown: with the merchant's own id of each customer. */
export async function namedBreaks(
  sql: Sql,
  merchantId: string,
  breaks: readonly Break[],
): Promise<NamedBreak[]> {
  const ids = breaks.flatMap((each) => (each.customerId === null ? [] : [each.customerId]));
  const names = ids.length === 0 ? new Map<string, string>() : await namesOf(sql, merchantId, ids);
  return breaks.map(({ merchantId: _merchantId, ...each }) => {
    return { ...each, customer: names.get(each.customerId ?? "") ?? null };
  });
}
