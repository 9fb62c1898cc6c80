import { type Micros, micros } from "@/lib/kernel/micros";
import {
  ceilToWhole,
  rawTicks,
  roundCost,
  type RoundedCost,
  type Ticks,
  unpricedRaw,
  ZERO_TICKS,
} from "./cost";
import type { PriceMode, PricingRule, UnpricedPolicy } from "./types";
import type { Usage } from "./usage";

export type PriceInput = {
  /** The rule that matched (see `matchRule`), or null. */
  readonly rule: PricingRule | null;
  readonly unpricedPolicy: UnpricedPolicy;
  readonly usage: Usage;
  /** The payer's carried fraction, less than a credit; moved only by usage under a rule that carries. */
  readonly carryTicks: Ticks;
  readonly mode: PriceMode;
};

export type Price = {
  /** What to set aside (`authorize`) or to charge (`usage`). */
  readonly costMicros: Micros;
  readonly rawTicks: Ticks;
  /** The payer's carried fraction afterwards. */
  readonly carryTicks: Ticks;
  /** No rule matched: to be shown as unpriced, whatever the policy made it cost. */
  readonly unpriced: boolean;
  /** The policy refuses this request (`authorize` only; usage that happened is recorded). */
  readonly blocked: boolean;
};

const FREE = micros(0n);

/**
 * The price of a request, exactly. Under a rule: its raw cost, rounded by the rule; under `carry`, authorize
 * sets aside the ceiling of the raw cost and leaves the carried fraction alone. Without a rule the merchant's
 * policy decides: `raw_units` charges a credit per token, image and video; `free` charges nothing; `block`
 * refuses to authorize, and usage that arrives anyway costs nothing.
 */
export function priceUsage(input: PriceInput): Price {
  const { rule } = input;
  if (rule === null) return priceUnpriced(input);
  const raw = rawTicks(rule, input.usage);
  const rounded = roundFor(rule, raw, input);
  return {
    costMicros: rounded.cost,
    rawTicks: raw,
    carryTicks: rounded.carryTicks,
    unpriced: false,
    blocked: false,
  };
}

function roundFor(rule: PricingRule, raw: Ticks, { mode, carryTicks }: PriceInput): RoundedCost {
  const setsAside = mode === "authorize" && rule.rounding === "carry";
  return setsAside ? { cost: ceilToWhole(raw), carryTicks } : roundCost(raw, rule.rounding, carryTicks);
}

function priceUnpriced({ unpricedPolicy, usage, carryTicks, mode }: PriceInput): Price {
  if (unpricedPolicy === "raw_units") {
    const raw = unpricedRaw(usage);
    return { costMicros: ceilToWhole(raw), rawTicks: raw, carryTicks, unpriced: true, blocked: false };
  }
  const blocked = unpricedPolicy === "block" && mode === "authorize";
  return { costMicros: FREE, rawTicks: ZERO_TICKS, carryTicks, unpriced: true, blocked };
}
