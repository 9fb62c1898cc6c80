import type { Micros } from "@/lib/kernel/micros";
import type { TypicalRequest } from "@/lib/logs/core";
import {
  indexRules,
  matchIndexed,
  type PricingRule,
  priceUsage,
  rankOf,
  type UnpricedPolicy,
  type Usage,
  usageOf,
  ZERO_TICKS,
} from "@/lib/pricing/core";

/** What one of something costs now, and what that figure supposes. */
export type UnitPrice = {
  readonly operation: string;
  /** What is counted: a request, or the image, video or minute a rule charges for. */
  readonly per: "request" | "image" | "video" | "minute";
  /** Of one; 0 when it is free. */
  readonly cost: Micros;
  readonly basis: {
    readonly module: string | null;
    readonly provider: string | null;
    /** A model, a pattern of models, or null for any. */
    readonly model: string | null;
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** `average`: of this merchant's own requests lately. `assumed`: nothing is known yet. */
    readonly tokens: "average" | "assumed" | "none";
    readonly rule: { readonly id: string; readonly version: number } | null;
  };
};

/** What a package roughly buys of one kind of usage. `count` is null when that is free: no package is needed for it. */
export type Worth = UnitPrice & { readonly count: bigint | null };

/** What a request is taken to use while nothing is known of the merchant's own: AI Puffer's figures. */
const ASSUMED_TOKENS = 1_000;

/** The order in which people think of usage; other operations follow by name. */
const USUAL_ORDER = ["chat", "form_submit", "generate", "edit", "video"];

type Prices = {
  readonly rules: readonly PricingRule[];
  readonly unpricedPolicy: UnpricedPolicy;
  readonly typical: readonly TypicalRequest[];
};

/**
 * What one request of each operation costs at current pricing: of those the merchant has had lately, the usual one;
 * of those that only have rules, one under the rule that would price most requests. Operations whose requests are
 * refused or cannot be priced are left out.
 */
export function priceUnits({ rules, unpricedPolicy, typical }: Prices): UnitPrice[] {
  const index = indexRules(rules);
  const known = typical.flatMap((request) => {
    const rule = matchIndexed(index, { ...request, form: null });
    if (rule === null && unpricedPolicy === "block") return [];
    return [unitPrice(rule, unpricedPolicy, request)];
  });
  const seen = new Set(typical.map((request) => request.operation));
  const others = widestRules(rules).filter((rule) => !seen.has(rule.operation));
  return [...known, ...others.map((rule) => unitPrice(rule, unpricedPolicy, null))].sort(byUsualOrder);
}

/** How many of each the credits buy: whole ones, rounded down. */
export function worthOf(credits: Micros, prices: readonly UnitPrice[]): Worth[] {
  return prices.map((price) => ({ ...price, count: price.cost > 0n ? credits / price.cost : null }));
}

type Tokens = Pick<UnitPrice["basis"], "inputTokens" | "outputTokens" | "tokens">;

const NO_TOKENS: Tokens = { inputTokens: 0, outputTokens: 0, tokens: "none" };

function unitPrice(
  rule: PricingRule | null,
  unpricedPolicy: UnpricedPolicy,
  request: TypicalRequest | null,
): UnitPrice {
  const per = rule ? PER[rule.method] : unpricedUnit(request);
  const tokens = per === "request" && rule?.method !== "flat" ? tokensOf(request) : NO_TOKENS;
  const { costMicros } = priceUsage({
    rule: rule && withoutCarry(rule),
    unpricedPolicy,
    usage: usageOfOne(per, tokens),
    carryTicks: ZERO_TICKS,
    mode: "usage",
  });
  const { operation, module, provider, model } = request ?? rule ?? ANY;
  return {
    operation,
    per,
    cost: costMicros,
    basis: { module, provider, model, ...tokens, rule: rule && { id: rule.id, version: rule.version } },
  };
}

const ANY = { operation: "", module: null, provider: null, model: null };

/** Carried fractions are charged in the end: over many requests each costs what it costs before rounding. */
function withoutCarry(rule: PricingRule): PricingRule {
  return rule.rounding === "carry" ? { ...rule, rounding: "exact" } : rule;
}

const PER = {
  per_image: "image",
  per_video: "video",
  per_minute: "minute",
  flat: "request",
  per_1k_tokens: "request",
} as const satisfies Record<PricingRule["method"], UnitPrice["per"]>;

/** Unpriced usage is counted in units: tokens where there are any, otherwise what was made. */
function unpricedUnit(request: TypicalRequest | null): UnitPrice["per"] {
  if (request && request.inputTokens + request.outputTokens > 0) return "request";
  return request?.operation === "video" ? "video" : "image";
}

function tokensOf(request: TypicalRequest | null): Tokens {
  const known = request !== null && request.inputTokens + request.outputTokens > 0;
  if (!known) return { inputTokens: ASSUMED_TOKENS, outputTokens: ASSUMED_TOKENS, tokens: "assumed" };
  return { inputTokens: request.inputTokens, outputTokens: request.outputTokens, tokens: "average" };
}

function usageOfOne(per: UnitPrice["per"], { inputTokens, outputTokens }: Tokens): Usage {
  return usageOf({
    inputTokens,
    outputTokens,
    images: per === "image" ? 1 : 0,
    videos: per === "video" ? 1 : 0,
    seconds: per === "minute" ? 60 : 0,
  });
}

/** Of each operation the enabled rule that names least, and so prices most requests. */
function widestRules(rules: readonly PricingRule[]): PricingRule[] {
  const widest = new Map<string, PricingRule>();
  for (const rule of rules) {
    const before = widest.get(rule.operation);
    if (rule.enabled && (!before || isWider(rule, before))) widest.set(rule.operation, rule);
  }
  return [...widest.values()];
}

function isWider(a: PricingRule, b: PricingRule): boolean {
  const [left, right] = [rankOf(a), rankOf(b)];
  return left < right || (left === right && a.id < b.id);
}

function byUsualOrder(a: UnitPrice, b: UnitPrice): number {
  return placeOf(a.operation) - placeOf(b.operation) || (a.operation < b.operation ? -1 : 1);
}

function placeOf(operation: string): number {
  const place = USUAL_ORDER.indexOf(operation);
  return place === -1 ? USUAL_ORDER.length : place;
}
