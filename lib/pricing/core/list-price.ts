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
  /** What the provider asks, in dollars. */
  readonly cost: string;
  /** What the credits are worth, in dollars. */
  readonly revenue: string;
  /** Revenue less cost, as a share of revenue: "85.3%"; below zero it sells at a loss. */
  readonly share: string;
  readonly loss: boolean;
};

/** Of 10⁻¹⁵ dollars. */
const FINE_PLACES = 15;

/**
 * What is earned with a request that costs `micros` of credits and this usage at the provider. `creditValue` is what
 * a credit is worth, in billionths of a dollar. Null when the list has no price, or nothing is charged.
 */
export function marginOf(
  price: ListPrice,
  { usage, micros, creditValue }: { usage: Usage; micros: Micros; creditValue: bigint },
): Margin | null {
  const cost = listCost(price, usage);
  const revenue = micros * creditValue;
  if (cost === null || revenue === 0n) return null;
  const loss = cost > revenue;
  return {
    cost: decimalString(cost, FINE_PLACES),
    revenue: decimalString(revenue, FINE_PLACES),
    share: formatShare(revenue - cost, revenue),
    loss,
  };
}

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,9}))?$/;

/** Money as billionths: "0.01" → 10000000n; null when it is no plain decimal with up to nine places. */
export function parseMoney(text: string): bigint | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return BigInt(whole + fraction.padEnd(DOLLAR_PLACES, "0"));
}
