import type { Metadata } from "./objects";
import type { SoldLine } from "./facts";

/** What our own checkout writes on the session and on its payment intent; a merchant's own code may write the same. */
export const METADATA = {
  package: "tollgate_package",
  quantity: "tollgate_quantity",
  customer: "tollgate_customer",
} as const;

/** Who bought, in the merchant's own id: as our checkout writes it, or as merchants do. */
export function customerIn(metadata: Metadata): string | null {
  return first(metadata, [METADATA.customer, "customer", "customer_id"]);
}

const MOST = 100_000;

/**
 * What was bought as metadata tells it: a package by its id, or a price, and how many. Null when it tells nothing. The
 * line has one key wherever it is read, so that a session and its payment intent tell of the same line.
 */
export function lineIn(metadata: Metadata, total: number): SoldLine | null {
  const sold = first(metadata, [METADATA.package, "package", "package_id"]);
  const price = first(metadata, ["tollgate_price", "price", "price_id", "stripe_price"]);
  if (sold === null && price === null) return null;
  const wanted = first(metadata, [METADATA.quantity, "quantity"]) ?? "1";
  const quantity = /^\d{1,6}$/.test(wanted) ? parseInt(wanted, 10) : 1;
  return {
    key: "package",
    name: sold ?? price ?? "",
    price,
    package: sold,
    quantity: quantity > MOST ? MOST : quantity,
    total,
    fullPrice: null,
  };
}

function first(metadata: Metadata, names: readonly string[]): string | null {
  for (const name of names) {
    const value = metadata[name]?.trim();
    if (value) return value;
  }
  return null;
}
