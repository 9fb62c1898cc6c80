import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { findCustomerId } from "./wallets-read.repo";

/** A customer by the merchant's own id, or by ours where that is known already. */
export type Whose = string | { readonly customerId: string };

/** Our id of a customer. Throws `not_found` for an unknown one. */
export async function customerIdOf(merchantId: string, whose: Whose): Promise<string> {
  if (typeof whose !== "string") return whose.customerId;
  const id = await findCustomerId(readSql(), merchantId, whose);
  if (id === null) throw new AppError("not_found", "No such customer.");
  return id;
}
