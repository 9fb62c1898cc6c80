import { customerKey, findCustomer, resolveCustomers } from "@/lib/customers";
import { readSql } from "@/lib/db";
import type { Buyer } from "../core";
import { findProven } from "./purchases.repo";

/** Texts of a shop may be longer than what we keep of a person. */
const MOST_NAME = 200;
const MOST_EMAIL = 320;

/**
 * The customer that bought: the shop's own id of the person is the merchant's, and makes the customer when there is none
 * yet, with the name and address typed at the till; what is known of a customer already stays. A buyer without
 * an id is whoever has proven the address. Null: nobody is known to have bought it.
 */
export async function customerOfBuyer(merchantId: string, buyer: Buyer, now: Date): Promise<string | null> {
  if (buyer.externalId !== null)
    return customerOnSight(merchantId, { ...buyer, externalId: buyer.externalId }, now);
  return buyer.email === null ? null : findProven(readSql(), merchantId, buyer.email);
}

async function customerOnSight(
  merchantId: string,
  { externalId, email, name }: Buyer & { externalId: string },
  now: Date,
): Promise<string> {
  // On a connection of its own: a customer who was seen stays, and what this process remembers of them is true.
  const sql = readSql();
  const known = await findCustomer(sql, merchantId, externalId);
  if (known) return known.id;
  const sighting = {
    merchantId,
    externalId,
    email: email?.slice(0, MOST_EMAIL) ?? undefined,
    name: name?.slice(0, MOST_NAME) ?? undefined,
    roles: undefined,
  };
  const ids = await resolveCustomers(sql, [sighting], now);
  const id = ids.get(customerKey(merchantId, externalId));
  if (id === undefined) throw new Error("A customer that was registered is not there.");
  return id;
}
