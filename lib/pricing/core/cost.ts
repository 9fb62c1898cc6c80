import { decimalString, type Micros, micros, MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import type { PricingRule, Rates, Rounding } from "./types";
import { splitTokens, tokensOf, type Usage } from "./usage";

/**
 * A raw cost, exact. One credit is 60,000,000,000 ticks: the smallest unit in which every method is a whole
 * number, since rates have six decimals (10⁶), tokens are charged per thousand (10³) and time in milliseconds
 * of a minute (6 × 10⁴), and 6 × 10¹⁰ is the least common multiple of 10⁶ × 10³ and 10⁶ × 6 × 10⁴.
 */
export type Ticks = bigint & { readonly __unit: "ticks" };

export const TICKS_PER_CREDIT = 60_000_000_000n;
export const ZERO_TICKS = ticks(0n);

const TICKS_PER_MICRO = TICKS_PER_CREDIT / MICROS_PER_CREDIT;
/** Of a rate of one micro-credit per 1,000 tokens, one token. */
const TICKS_PER_TOKEN_MICRO = TICKS_PER_MICRO / 1_000n;
/** Of a rate of one micro-credit per minute, one millisecond. */
const TICKS_PER_MILLISECOND_MICRO = TICKS_PER_MICRO / 60_000n;
const TICKS_PER_HUNDREDTH = TICKS_PER_CREDIT / 100n;
const TICKS_PER_NANO = TICKS_PER_CREDIT / 1_000_000_000n;

/** Marks a plain bigint as ticks. The only constructor of the type. */
export function ticks(value: bigint): Ticks {
  return value as Ticks;
}

export type TokenBucket = Exclude<keyof Usage, "images" | "videos" | "milliseconds">;

/** Each bucket of tokens with the rate it is charged at, and the rate that stands in when the rule has none. */
export const TOKEN_BUCKETS: readonly {
  readonly bucket: TokenBucket;
  readonly rate: keyof Rates;
  readonly standIn: keyof Rates;
}[] = [
  { bucket: "inputTokens", rate: "inputRate", standIn: "inputRate" },
  { bucket: "cachedInputTokens", rate: "cachedInputRate", standIn: "inputRate" },
  { bucket: "cacheWriteTokens", rate: "cacheWriteRate", standIn: "inputRate" },
  { bucket: "outputTokens", rate: "outputRate", standIn: "outputRate" },
  { bucket: "reasoningTokens", rate: "reasoningRate", standIn: "outputRate" },
  { bucket: "totalTokens", rate: "inputRate", standIn: "inputRate" },
];

/** The tokens of a bucket that are charged: a total counts only when nothing was given by bucket. */
export function chargedTokens(usage: Usage, bucket: TokenBucket): number {
  const tokens = usage[bucket];
  return bucket === "totalTokens" && tokens > 0 && splitTokens(usage) > 0 ? 0 : tokens;
}

/** Which rate of the rule a bucket is charged at. */
export function rateOfBucket(rule: Rates, entry: (typeof TOKEN_BUCKETS)[number]): keyof Rates {
  return rule[entry.rate] === null ? entry.standIn : entry.rate;
}

/** `tokens` at `rate` credits per thousand. */
export function tokenTicks(tokens: number, rate: Micros): Ticks {
  return ticks(BigInt(tokens) * rate * TICKS_PER_TOKEN_MICRO);
}

/** `count` whole units (images, videos, requests) at `rate` credits each. */
export function unitTicks(count: number, rate: Micros): Ticks {
  return ticks(BigInt(count) * rate * TICKS_PER_MICRO);
}

/** The exact fraction of a minute at `rate` credits per minute. */
export function minuteTicks(milliseconds: number, rate: Micros): Ticks {
  return ticks(BigInt(milliseconds) * rate * TICKS_PER_MILLISECOND_MICRO);
}

const NO_RATE = micros(0n);

/** What the usage costs under the rule, exactly, before any rounding. A rate the rule lacks counts as 0. */
export function rawTicks(rule: PricingRule, usage: Usage): Ticks {
  const unitRate = rule.unitRate ?? NO_RATE;
  switch (rule.method) {
    case "per_1k_tokens":
      return allTokenTicks(rule, usage);
    case "per_image":
      return unitTicks(usage.images, unitRate);
    case "per_video":
      return unitTicks(usage.videos, unitRate);
    case "per_minute":
      return minuteTicks(usage.milliseconds, unitRate);
    case "flat":
      return unitTicks(1, unitRate);
  }
}

function allTokenTicks(rule: Rates, usage: Usage): Ticks {
  let sum = 0n;
  for (const entry of TOKEN_BUCKETS) {
    const tokens = chargedTokens(usage, entry.bucket);
    if (tokens === 0) continue;
    sum += tokenTicks(tokens, rule[rateOfBucket(rule, entry)] ?? NO_RATE);
  }
  return ticks(sum);
}

/** Policy `raw_units`: 1 credit per token of any bucket, per image and per video. Time counts nothing. */
export function unpricedRaw(usage: Usage): Ticks {
  return ticks(BigInt(tokensOf(usage) + usage.images + usage.videos) * TICKS_PER_CREDIT);
}

export type RoundedCost = { readonly cost: Micros; readonly carryTicks: Ticks };

/**
 * The one place where a raw cost is rounded to a charge. `up_to_whole`, `up_to_hundredth` and `exact` (to the
 * micro-credit) round up, so that a charge is never below its raw cost, and leave the carried fraction as it
 * is. `carry` charges the whole credits of raw cost plus carried fraction and carries what remains, always
 * less than a credit: over time the payer pays exactly the sum of the raw costs.
 */
export function roundCost(raw: Ticks, rounding: Rounding, carryTicks: Ticks): RoundedCost {
  switch (rounding) {
    case "up_to_whole":
      return { cost: ceilToWhole(raw), carryTicks };
    case "up_to_hundredth":
      return { cost: micros(ceilDivide(raw, TICKS_PER_HUNDREDTH) * (MICROS_PER_CREDIT / 100n)), carryTicks };
    case "exact":
      return { cost: micros(ceilDivide(raw, TICKS_PER_MICRO)), carryTicks };
    case "carry": {
      const due = raw + carryTicks;
      const whole = due / TICKS_PER_CREDIT;
      return { cost: micros(whole * MICROS_PER_CREDIT), carryTicks: ticks(due - whole * TICKS_PER_CREDIT) };
    }
  }
}

/** The next whole credit: what `up_to_whole` charges, and what `authorize` sets aside under `carry`. */
export function ceilToWhole(raw: Ticks): Micros {
  return micros(ceilDivide(raw, TICKS_PER_CREDIT) * MICROS_PER_CREDIT);
}

/** Of amounts that are zero or more. */
function ceilDivide(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

/**
 * A raw cost in credits for people and JSON: the shortest string of at most nine decimals. Nine are exact for
 * every method but `per_minute`, whose fractions may repeat; those are rounded to the nearest, half up
 * (one second at 1 per minute is "0.016666667").
 */
export function rawCostString(raw: Ticks): string {
  return decimalString((raw + TICKS_PER_NANO / 2n) / TICKS_PER_NANO, 9);
}
