import { decimalString, type Micros } from "@/lib/kernel/micros";
import { formatShare } from "@/lib/kernel/format";
import { splitTokens, type Usage } from "./usage";

/**
 * What a provider asks for a model's tokens, in billionths of a US dollar per million tokens; null: not told. With
 * that unit every price of the list is a whole number.
 */
export type ListPrice = {
  readonly input: bigint | null;
  readonly output: bigint | null;
  readonly cachedInput: bigint | null;
  readonly cacheWrite: bigint | null;
  readonly reasoning: bigint | null;
  /** Long requests cost more than this: these are the prices below the first threshold. */
  readonly tiered: boolean;
};

/** The currency of the list. */
export const LIST_CURRENCY = "USD";

const DOLLAR_PLACES = 9;
/** A price per 1,000 tokens has three places more than one per million. */
const PER_THOUSAND_PLACES = DOLLAR_PLACES + 3;

/** A price per 1,000 tokens as a decimal string of dollars: "0.0025". */
export function perThousand(price: bigint): string {
  return decimalString(price, PER_THOUSAND_PLACES);
}

/** What the tokens cost at the list price, in units of 10⁻¹⁵ dollars; null when no price of theirs is told. */
function listCost(price: ListPrice, usage: Usage): bigint | null {
  if (price.input === null && price.output === null) return null;
  const input = price.input ?? 0n;
  const output = price.output ?? 0n;
  const split = splitTokens(usage) > 0;
  return (
    BigInt(split ? usage.inputTokens : usage.totalTokens) * input +
    BigInt(usage.cachedInputTokens) * (price.cachedInput ?? input) +
    BigInt(usage.cacheWriteTokens) * (price.cacheWrite ?? input) +
    BigInt(usage.outputTokens) * output +
    BigInt(usage.reasoningTokens) * (price.reasoning ?? output)
  );
}

export type Margin = {
  /** What the provider asks, in the merchant's currency, to six places. */
  readonly cost: string;
  /** What the credits are worth, in the same. */
  readonly revenue: string;
  /** Revenue less cost, as a share of revenue: "85.3%"; below zero it sells at a loss. */
  readonly share: string;
  readonly loss: boolean;
};

/** What a credit and a US dollar are worth in the merchant's currency, in billionths of it. */
export type Worth = { readonly credit: bigint; readonly dollar: bigint };

const ONE = 1_000_000_000n;

/**
 * Reads what a credit is worth, and a dollar; null where either is not known. A dollar is worth one dollar, whatever
 * the rate says.
 */
export function worthOf(settings: {
  readonly currency: string;
  readonly creditValue: string | null;
  readonly dollarRate: string | null;
}): Worth | null {
  const { currency, creditValue, dollarRate } = settings;
  const credit = creditValue === null ? null : parseMoney(creditValue);
  const rate = dollarRate === null ? null : parseMoney(dollarRate);
  const dollar = currency === LIST_CURRENCY ? ONE : rate;
  return credit === null || dollar === null ? null : { credit, dollar };
}

/**
 * What is earned with a request that costs `micros` of credits and this usage at the provider. Null when the list has
 * no price, or nothing is charged.
 */
export function marginOf(
  price: ListPrice,
  { usage, micros, worth }: { usage: Usage; micros: Micros; worth: Worth },
): Margin | null {
  const asked = listCost(price, usage);
  // Both in 10⁻²⁴ of the currency: 10⁻¹⁵ dollars at a rate in billionths, and micro-credits at a worth in billionths.
  const revenue = micros * worth.credit * ONE;
  if (asked === null || revenue === 0n) return null;
  const cost = asked * worth.dollar;
  const share = formatShare(revenue - cost, revenue);
  return { cost: moneyString(cost), revenue: moneyString(revenue), share, loss: cost > revenue };
}

const SHOWN_PLACES = 6;
const FINEST_SHOWN = 10n ** 18n;

/** To six places, halves up: for reading only. */
function moneyString(fine: bigint): string {
  return decimalString((fine + FINEST_SHOWN / 2n) / FINEST_SHOWN, SHOWN_PLACES);
}

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,9}))?$/;

/** Money as billionths: "0.01" → 10000000n; null when it is no plain decimal with up to nine places. */
export function parseMoney(text: string): bigint | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return BigInt(whole + fraction.padEnd(DOLLAR_PLACES, "0"));
}
