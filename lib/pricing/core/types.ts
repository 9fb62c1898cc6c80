import type { Micros } from "@/lib/kernel/micros";

export type PricingMethod = "per_1k_tokens" | "per_image" | "per_video" | "per_minute" | "flat";

/** How a raw cost becomes a charge; `carry` keeps the fraction for the next charge of the same payer. */
export type Rounding = "up_to_whole" | "up_to_hundredth" | "exact" | "carry";

/** What a request costs when no rule matches it. */
export type UnpricedPolicy = "raw_units" | "block" | "free";

/** `authorize` asks what to set aside, `usage` what to charge. */
export type PriceMode = "authorize" | "usage";

/** Rates are credits per 1,000 tokens; null means "at the rate of its neighbour" (see `TOKEN_BUCKETS`). */
export type Rates = {
  readonly inputRate: Micros | null;
  readonly outputRate: Micros | null;
  readonly cachedInputRate: Micros | null;
  readonly cacheWriteRate: Micros | null;
  readonly reasoningRate: Micros | null;
  /** Credits per image, video, minute or, when flat, per request. */
  readonly unitRate: Micros | null;
};

/** Which requests a rule is about. Null means "any"; `model` is exact or ends in one `*`. */
export type RuleTarget = {
  readonly module: string | null;
  readonly bot: string | null;
  readonly form: string | null;
  readonly operation: string;
  readonly provider: string | null;
  readonly model: string | null;
};

/** One immutable version of a pricing rule. */
export type PricingRule = RuleTarget &
  Rates & {
    readonly id: string;
    readonly version: number;
    readonly method: PricingMethod;
    readonly rounding: Rounding;
    readonly enabled: boolean;
  };

/** What a request says about itself, as far as the price depends on it. */
export type PriceableRequest = {
  readonly operation: string;
  readonly module: string | null;
  readonly bot: string | null;
  readonly form: string | null;
  readonly provider: string | null;
  readonly model: string | null;
};
