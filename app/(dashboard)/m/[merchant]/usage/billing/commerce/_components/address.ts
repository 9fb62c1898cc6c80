export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter of the address given once and not empty; null otherwise. */
export function textOf(params: Params, name: string): string | null {
  const value = params[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 320) : null;
}

/** Where a screen of shops is. */
export function placeOf(
  merchant: string,
  screen: string,
  params: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(params).toString();
  return `/m/${merchant}/usage/billing/commerce/${screen}${query === "" ? "" : `?${query}`}`;
}

/** Where a customer's balance is. */
export function customerPlace(merchant: string, customer: string): string {
  return `/m/${merchant}/usage/billing/balances?customer=${encodeURIComponent(customer)}`;
}
