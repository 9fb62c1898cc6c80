/** Currencies whose smallest unit is a whole one, and those with three decimals (docs.stripe.com/currencies). */
const NO_DECIMALS = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const THREE_DECIMALS = new Set(["BHD", "JOD", "KWD", "OMR", "TND"]);

/** Decimal places in which Stripe counts a currency; ISK and UGX have two there, for old times' sake. */
function stripeDigits(currency: string): number {
  const code = currency.toUpperCase();
  if (NO_DECIMALS.has(code)) return 0;
  return THREE_DECIMALS.has(code) ? 3 : 2;
}

/** An amount as Stripe writes it in major units: (1990, "eur") → "19.90", (1500, "jpy") → "1500". */
export function majorUnits(amount: number, currency: string): string {
  const places = stripeDigits(currency);
  const negative = amount < 0;
  const digits = BigInt(negative ? -amount : amount)
    .toString()
    .padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative ? `-${text}` : text;
}

/**
 * A price in major units as Stripe takes it: ("19.9", "EUR") → 1990. Null when it is finer than Stripe can charge.
 */
export function minorUnits(price: string, currency: string): number | null {
  const [whole = "", fraction = ""] = price.split(".");
  const places = stripeDigits(currency);
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > places || !/^\d+$/.test(whole)) return null;
  return parseInt(whole + kept.padEnd(places, "0"), 10);
}
