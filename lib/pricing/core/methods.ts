import type { FieldIssue } from "@/lib/kernel/errors";
import { type Micros, micros, MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import type { PricingMethod, PricingRule, Rates } from "./types";

/** The highest rate a rule may have: a million credits. With counts up to 10⁹, a cost stays a PostgreSQL bigint. */
export const MAX_RATE_MICROS = micros(1_000_000n * MICROS_PER_CREDIT);

const ALL_METHODS: readonly PricingMethod[] = [
  "per_1k_tokens",
  "per_image",
  "per_video",
  "per_minute",
  "flat",
];

const METHODS_BY_OPERATION: ReadonlyMap<string, readonly PricingMethod[]> = new Map([
  // Realtime voice is a chat that is billed by the minute.
  ["chat", ["per_1k_tokens", "per_minute", "flat"]],
  ["form_submit", ["per_1k_tokens", "flat"]],
  ["generate", ["per_image", "flat"]],
  ["edit", ["per_image", "flat"]],
  ["video", ["per_video", "flat"]],
]);

const RATES_BY_METHOD: Record<PricingMethod, readonly (keyof Rates)[]> = {
  per_1k_tokens: ["inputRate", "outputRate"],
  per_image: ["unitRate"],
  per_video: ["unitRate"],
  per_minute: ["unitRate"],
  flat: ["unitRate"],
};

const RATE_NAMES: Record<keyof Rates, string> = {
  inputRate: "an input rate",
  outputRate: "an output rate",
  cachedInputRate: "a cached input rate",
  cacheWriteRate: "a cache write rate",
  reasoningRate: "a reasoning rate",
  unitRate: "a unit rate",
};

const RATE_FIELDS: readonly (keyof Rates)[] = [
  "inputRate",
  "outputRate",
  "cachedInputRate",
  "cacheWriteRate",
  "reasoningRate",
  "unitRate",
];

/** How an operation may be billed, in the order a form offers it; a merchant's own operation in any way. */
export function methodsFor(operation: string): readonly PricingMethod[] {
  return METHODS_BY_OPERATION.get(operation) ?? ALL_METHODS;
}

/** The rates a form asks for, those that can be left out at the end. */
export function ratesOf(method: PricingMethod): {
  needed: readonly (keyof Rates)[];
  optional: readonly (keyof Rates)[];
} {
  const optional = method === "per_1k_tokens" ? OPTIONAL_RATES : [];
  return { needed: requiredRates(method), optional };
}

/** Without one of these its neighbour's rate counts: input for cached ones, output for reasoning. */
const OPTIONAL_RATES: readonly (keyof Rates)[] = ["cachedInputRate", "cacheWriteRate", "reasoningRate"];

/** The rates a rule of this method cannot do without. The other rates of a rule are not used, or stand-ins exist. */
function requiredRates(method: PricingMethod): readonly (keyof Rates)[] {
  return RATES_BY_METHOD[method];
}

/** What keeps a rule from being saved: a method its operation does not have, a missing rate, a rate out of range. */
export function rateProblems(rule: Pick<PricingRule, "operation" | "method" | keyof Rates>): FieldIssue[] {
  const problems: FieldIssue[] = [];
  const methods = methodsFor(rule.operation);
  if (!methods.includes(rule.method)) {
    const message = `${rule.operation} can be billed ${methods.join(" or ")}, not ${rule.method}.`;
    problems.push({ path: "method", message });
  }
  for (const field of requiredRates(rule.method)) {
    if (rule[field] !== null) continue;
    problems.push({ path: field, message: `A rule billed ${rule.method} needs ${RATE_NAMES[field]}.` });
  }
  for (const field of RATE_FIELDS) {
    const rate = rule[field];
    if (rate !== null && !inRange(rate)) {
      problems.push({ path: field, message: "A rate is between 0 and 1,000,000 credits." });
    }
  }
  return problems;
}

function inRange(rate: Micros): boolean {
  return rate >= 0n && rate <= MAX_RATE_MICROS;
}
