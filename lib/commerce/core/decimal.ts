/** Shops count money in up to eight decimal places; more are cut off. */
const PLACES = 8;
const DECIMAL = /^\s*([+-]?)(\d{1,18})?(?:\.(\d*))?\s*$/;

/**
 * Reads a shop's decimal string ("-4.00", "19.9", "") as whole hundred-millionths; what is not a number is 0. Only ever
 * used for shares of one sum in another, so that no float comes near credits.
 */
export function parseMoney(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (!match) return 0n;
  const [, sign, whole = "0", fraction = ""] = match;
  const value = BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, "0"));
  return sign === "-" ? -value : value;
}

/** The shortest decimal string of what `parseMoney` made, with at least two places: 400000000 → "4.00". */
export function formatMoney(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "").padEnd(2, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -PLACES)}.${fraction}`;
}
