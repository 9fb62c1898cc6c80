import { parseCredits } from "@/lib/kernel/micros";
import { ZERO_TICKS } from "./cost";
import type { PriceInput } from "./price";
import type { PricingRule } from "./types";
import { usageOf } from "./usage";

/** A rate of a rule. Throws for what is none. */
export function rate(text: string) {
  const value = parseCredits(text);
  if (value === null) throw new Error(`not a rate: ${text}`);
  return value;
}

/** A rule for any chat, without rates. */
export function makeRule(fields: Partial<PricingRule>): PricingRule {
  const rates = {
    inputRate: null,
    outputRate: null,
    cachedInputRate: null,
    cacheWriteRate: null,
    reasoningRate: null,
    unitRate: null,
  };
  const target = { module: null, bot: null, form: null, operation: "chat", provider: null, model: null };
  const base = {
    id: "r",
    version: 1,
    method: "per_1k_tokens",
    rounding: "up_to_whole",
    enabled: true,
  } as const;
  return { ...rates, ...target, ...base, ...fields };
}

/** The rule of the contract's worked example: 1 in and 2 out per thousand tokens of a chatbot. */
export const CHAT = makeRule({
  id: "rule-1",
  version: 3,
  module: "chatbot",
  inputRate: rate("1"),
  outputRate: rate("2"),
});

/** The worked example: 800 in and 300 out. */
export const EXAMPLE: PriceInput = {
  rule: CHAT,
  unpricedPolicy: "raw_units",
  usage: usageOf({ inputTokens: 800, outputTokens: 300 }),
  carryTicks: ZERO_TICKS,
  mode: "usage",
};
