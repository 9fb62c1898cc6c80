/** A price with its currency, from its digits alone: ("9.90", "EUR") → "€9.90". The same on server and browser. */
export function formatPrice(price: string, currency: string): string {
  const [whole = "0", fraction = ""] = price.split(".");
  const parts = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  }).formatToParts(BigInt(whole));
  const digits = fraction === "" ? "" : `.${fraction}`;
  const last = parts.findLastIndex(({ type }) => type === "integer");
  return parts.map(({ value }, place) => (place === last ? `${value}${digits}` : value)).join("");
}
