import { remembered } from "@/lib/kernel/remembered";

/** Decimal places of a currency's amounts: 2 for "EUR", 0 for "JPY", 3 for "KWD" (Unicode CLDR, through Intl). */
export const currencyDigits = remembered((currency: string): number => {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
});

const PRICE = /^(\d{1,12})(?:\.(\d+))?$/;

/**
 * A price as it is kept: whole units and exactly the currency's decimals ("9.9" in USD is "9.90"). Null when it is no
 * decimal number, or is finer than the currency can pay.
 */
export function canonicalPrice(text: string, currency: string): string | null {
  const match = PRICE.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  const places = currencyDigits(currency);
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > places) return null;
  const units = BigInt(whole).toString();
  return places === 0 ? units : `${units}.${kept.padEnd(places, "0")}`;
}
