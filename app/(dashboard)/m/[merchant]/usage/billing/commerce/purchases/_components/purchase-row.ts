import type { PurchaseJson } from "@/lib/commerce";
import type { PurchaseWord } from "@/lib/commerce/schemas";
import { parseCredits, ZERO_MICROS } from "@/lib/kernel/micros";

/** A purchase as a row of the table. */
export type PurchaseRow = {
  readonly id: string;
  readonly number: string;
  readonly customer: string | null;
  /** What was typed at the till, where no customer is known. */
  readonly buyer: string | null;
  readonly shop: string;
  readonly state: PurchaseWord;
  readonly lines: string;
  readonly granted: bigint;
  readonly taken: bigint;
  readonly at: Date;
};

/** `shops` names connections by their id. */
export function toPurchaseRow(purchase: PurchaseJson, shops: ReadonlyMap<string, string>): PurchaseRow {
  const { id, number, customer, state, lines } = purchase;
  return {
    ...{ id, number, customer, state },
    buyer: buyerOf(purchase),
    shop: shops.get(purchase.connection) ?? "–",
    lines: lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", "),
    granted: creditsOf(purchase.granted),
    taken: creditsOf(purchase.takenBack),
    at: new Date(purchase.occurredAt),
  };
}

/** Who bought, in the shop's words. */
export function buyerOf({ buyer: { email, name } }: PurchaseJson): string | null {
  return email ?? name;
}

/** Credits of an answer as micros. */
export function creditsOf(text: string): bigint {
  return parseCredits(text) ?? ZERO_MICROS;
}
