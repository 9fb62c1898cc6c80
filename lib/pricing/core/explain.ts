import { creditsToString, decimalString, type Micros, micros, MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import {
  chargedTokens,
  minuteTicks,
  rateOfBucket,
  rawCostString,
  type Ticks,
  TOKEN_BUCKETS,
  type TokenBucket,
  tokenTicks,
  unitTicks,
} from "./cost";
import { type PriceInput, priceUsage } from "./price";
import type { PriceMode, PricingMethod, PricingRule, Rates, Rounding, UnpricedPolicy } from "./types";
import type { Usage } from "./usage";

type PriceBucket = TokenBucket | "images" | "videos" | "seconds" | "requests";
type PricePer = "1k_tokens" | "token" | "image" | "video" | "minute" | "request";

/** One term of the formula. All figures are decimal strings; `quantity` is in tokens, images, … or seconds. */
export type PriceLine = {
  readonly bucket: PriceBucket;
  readonly quantity: string;
  readonly per: PricePer;
  readonly rate: string;
  /** The rule's field the rate came from; null when the merchant's policy set it. */
  readonly rateField: keyof Rates | null;
  readonly amount: string;
};

/** Why a request costs what it costs, for a person: the lines add up to `raw`, the rounding makes it `cost`. */
export type PriceExplanation = {
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly method: PricingMethod | null;
  readonly unpriced: boolean;
  /** The policy that decided, when no rule matched. */
  readonly policy: UnpricedPolicy | null;
  readonly blocked: boolean;
  readonly mode: PriceMode;
  readonly lines: readonly PriceLine[];
  readonly raw: string;
  readonly rounding: Rounding | null;
  /** The carried fraction before and after, where the rule carries one. */
  readonly carry: { readonly before: string; readonly after: string } | null;
  readonly cost: string;
};

/** The price of `priceUsage` for the same input, spelled out. Buckets that used nothing have no line. */
export function explainPrice(input: PriceInput): PriceExplanation {
  const { rule, carryTicks } = input;
  const price = priceUsage(input);
  return {
    rule: rule && { id: rule.id, version: rule.version },
    method: rule && rule.method,
    unpriced: price.unpriced,
    policy: rule ? null : input.unpricedPolicy,
    blocked: price.blocked,
    mode: input.mode,
    lines: rule ? ruleLines(rule, input.usage) : unpricedLines(input),
    raw: rawCostString(price.rawTicks),
    rounding: rule && rule.rounding,
    carry:
      rule?.rounding === "carry"
        ? { before: rawCostString(carryTicks), after: rawCostString(price.carryTicks) }
        : null,
    cost: creditsToString(price.costMicros),
  };
}

const NO_RATE = micros(0n);
const ONE_CREDIT = micros(MICROS_PER_CREDIT);

function ruleLines(rule: PricingRule, usage: Usage): PriceLine[] {
  const rate = rule.unitRate ?? NO_RATE;
  const unit = { rate: creditsToString(rate), rateField: "unitRate" } as const;
  switch (rule.method) {
    case "per_1k_tokens":
      return tokenLines(rule, usage);
    case "per_image":
      return [{ ...unit, bucket: "images", per: "image", ...counted(usage.images, rate) }];
    case "per_video":
      return [{ ...unit, bucket: "videos", per: "video", ...counted(usage.videos, rate) }];
    case "per_minute": {
      const amount = rawCostString(minuteTicks(usage.milliseconds, rate));
      const quantity = decimalString(BigInt(usage.milliseconds), 3);
      return [{ ...unit, bucket: "seconds", per: "minute", quantity, amount }];
    }
    case "flat":
      return [{ ...unit, bucket: "requests", per: "request", ...counted(1, rate) }];
  }
}

function tokenLines(rule: PricingRule, usage: Usage): PriceLine[] {
  return TOKEN_BUCKETS.flatMap((entry): PriceLine[] => {
    const tokens = chargedTokens(usage, entry.bucket);
    if (tokens === 0) return [];
    const rateField = rateOfBucket(rule, entry);
    const rate = rule[rateField] ?? NO_RATE;
    const amount: Ticks = tokenTicks(tokens, rate);
    return [
      {
        bucket: entry.bucket,
        quantity: tokens.toString(),
        per: "1k_tokens",
        rate: creditsToString(rate),
        rateField,
        amount: rawCostString(amount),
      },
    ];
  });
}

/** Without a rule only `raw_units` has a formula: a credit for each token, image and video. */
function unpricedLines({ unpricedPolicy, usage }: PriceInput): PriceLine[] {
  if (unpricedPolicy !== "raw_units") return [];
  const media = [
    { bucket: "images", per: "image", count: usage.images },
    { bucket: "videos", per: "video", count: usage.videos },
  ] as const;
  const tokens = TOKEN_BUCKETS.map(
    ({ bucket }) => ({ bucket, per: "token", count: chargedTokens(usage, bucket) }) as const,
  );
  return [...tokens, ...media]
    .filter(({ count }) => count > 0)
    .map(({ bucket, per, count }) => ({
      bucket,
      per,
      rate: "1",
      rateField: null,
      ...counted(count, ONE_CREDIT),
    }));
}

function counted(count: number, rate: Micros): { quantity: string; amount: string } {
  return { quantity: count.toString(), amount: rawCostString(unitTicks(count, rate)) };
}
