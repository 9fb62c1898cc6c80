/**
 * Credits as integers. One credit is 1,000,000 micro-credits ("micros"); amounts are `bigint` from the
 * database column to the pixel and decimal strings in JSON. There is no float path.
 */
export type Micros = bigint & { readonly __unit: "micros" };

export const MICROS_PER_CREDIT = 1_000_000n;
export const ZERO_MICROS = micros(0n);

/** The largest amount one request may name: a billion credits. Sums stay far inside a PostgreSQL bigint. */
export const MAX_AMOUNT_MICROS = micros(1_000_000_000n * MICROS_PER_CREDIT);

/** The most a wallet can hold: nine trillion credits still fit a PostgreSQL bigint in micro-credits. */
export const MAX_BALANCE_MICROS = micros(9_000_000_000_000n * MICROS_PER_CREDIT);

/** Marks a plain bigint as an amount in micro-credits. The only constructor of the type. */
export function micros(value: bigint): Micros {
  return value as Micros;
}

export function minMicros(a: Micros, b: Micros): Micros {
  return a < b ? a : b;
}

/** Never below zero: what is left of `a` after `b`. */
export function remainderMicros(a: Micros, b: Micros): Micros {
  return a > b ? micros(a - b) : ZERO_MICROS;
}

const DECIMAL = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/;

/**
 * Reads a decimal string of credits ("1.4", "-12", "0.000001") as micros; null when it is not one:
 * more than six decimal places, exponents, blanks and thirteen digits or more do not parse.
 */
export function parseCredits(text: string): Micros | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const value = BigInt(whole) * MICROS_PER_CREDIT + BigInt(fraction.padEnd(6, "0"));
  return micros(sign === "-" ? -value : value);
}

/** The shortest exact decimal string of an amount: 1400000 → "1.4", 2000000 → "2". */
export function creditsToString(value: bigint): string {
  return decimalString(value, 6);
}

/** `value` × 10^-places as the shortest exact decimal string. */
export function decimalString(value: bigint, places: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  const fraction = digits.slice(cut).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, cut)}${fraction ? `.${fraction}` : ""}`;
}
