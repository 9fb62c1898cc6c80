import { remembered } from "@/lib/kernel/remembered";
import { decimalPoint } from "./format";
import type { Visitor } from "./visitor";

const partsOf = remembered((locale: string, currency: string) =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0),
);

/**
 * An amount in major units ("9.90") with the currency's sign where the language puts it; never through a float. What a
 * shop wrote in another way stands as it wrote it.
 */
export function moneyText(
  { format }: Pick<Visitor, "format">,
  { amount, currency }: { amount: string; currency: string },
): string {
  if (!/^[A-Z]{3}$/i.test(currency) || !/^\d+(\.\d+)?$/.test(amount)) return `${amount} ${currency}`;
  const parts = partsOf(format.locale, currency);
  const digits = new Set(["integer", "decimal", "fraction", "group"]);
  const [whole = "", fraction] = amount.split(".");
  const number = `${format.count(BigInt(whole))}${fraction === undefined ? "" : `${decimalPoint(format.locale)}${fraction}`}`;
  const first = parts.findIndex(({ type }) => digits.has(type));
  return parts
    .flatMap(({ type, value }, place) => (digits.has(type) ? (place === first ? [number] : []) : [value]))
    .join("");
}
