/** Every text of a price spelled out, ready for translation. */
import type { PriceLine, Rounding } from "@/lib/pricing/core";

export const PRICE = { formula: "How it came to this", raw: "Raw cost", charged: "Charged" } as const;

/** What a term counts, after its number. */
export const BUCKET_WORDS: Record<PriceLine["bucket"], string> = {
  inputTokens: "input tokens",
  cachedInputTokens: "cached input tokens",
  cacheWriteTokens: "cache write tokens",
  outputTokens: "output tokens",
  reasoningTokens: "reasoning tokens",
  totalTokens: "tokens",
  images: "images",
  videos: "videos",
  seconds: "seconds",
  requests: "request",
};

/** What a rate is for, after its amount. */
export const PER_WORDS: Record<PriceLine["per"], string> = {
  "1k_tokens": "per 1K",
  token: "per token",
  image: "each",
  video: "each",
  minute: "per minute",
  request: "flat",
};

/** How the raw cost became the charge. */
export const ROUNDED_WORDS: Record<Rounding, string> = {
  up_to_whole: "Rounded up to a whole credit",
  up_to_hundredth: "Rounded up to a hundredth",
  exact: "Exact",
  carry: "Whole credits, with the fraction carried from before; the rest is carried on",
};
