import { type Micros, micros } from "@/lib/kernel/micros";
import { type Ticks, ZERO_TICKS } from "./cost";
import { matchIndexed, type RuleIndex } from "./match-rule";
import { priceUsage } from "./price";
import type { PriceableRequest, UnpricedPolicy } from "./types";
import type { Usage } from "./usage";

/** A request that was recorded, with what it was charged then. */
export type ReplayRequest = PriceableRequest & {
  /** Whose fractions are carried: a customer, or a guest. */
  readonly payer: string;
  readonly guest: boolean;
  readonly usage: Usage;
  readonly charged: Micros;
};

/** The rules as they stand, and as they would stand; what neither prices follows the merchant's policy. */
export type ReplayRules = {
  readonly now: RuleIndex;
  readonly draft: RuleIndex;
  readonly policy: UnpricedPolicy;
};

/** What a payer's requests cost under both, and the fractions they carry. */
export type PayerTotals = {
  readonly payer: string;
  readonly guest: boolean;
  requests: bigint;
  now: Micros;
  draft: Micros;
  nowCarry: Ticks;
  draftCarry: Ticks;
};

/** Sums over requests; costs in micro-credits. */
export type ReplaySums = {
  requests: bigint;
  charged: bigint;
  now: bigint;
  draft: bigint;
  /** Requests that no rule matches. */
  unpricedNow: bigint;
  unpricedDraft: bigint;
};

export type ModelSums = ReplaySums & {
  readonly module: string | null;
  readonly operation: string;
  readonly provider: string | null;
  readonly model: string | null;
};

export type Tally = { readonly total: ReplaySums; readonly models: Map<string, ModelSums> };

const NOTHING = {
  requests: 0n,
  charged: 0n,
  now: 0n,
  draft: 0n,
  unpricedNow: 0n,
  unpricedDraft: 0n,
} as const;

/** Before the first request. */
export function emptyTally(): Tally {
  return { total: { ...NOTHING }, models: new Map() };
}

/**
 * Prices recorded requests again, in the order they were recorded, under both sets of rules, exactly as the engine
 * would have: the same match, the same arithmetic, fractions carried from request to request of each payer. Adds to
 * `tally` and to the payers it finds in `payers`, and puts new ones there.
 */
export function replay(
  requests: readonly ReplayRequest[],
  rules: ReplayRules,
  { tally, payers }: { tally: Tally; payers: Map<string, PayerTotals> },
): void {
  for (const request of requests) {
    const payer = payerOf(payers, request);
    const now = priceOf(rules.now, request, { policy: rules.policy, carryTicks: payer.nowCarry });
    const draft = priceOf(rules.draft, request, { policy: rules.policy, carryTicks: payer.draftCarry });
    payer.requests += 1n;
    payer.now = micros(payer.now + now.costMicros);
    payer.draft = micros(payer.draft + draft.costMicros);
    payer.nowCarry = now.carryTicks;
    payer.draftCarry = draft.carryTicks;
    for (const sums of [tally.total, modelOf(tally.models, request)]) {
      sums.requests += 1n;
      sums.charged += request.charged;
      sums.now += now.costMicros;
      sums.draft += draft.costMicros;
      if (now.unpriced) sums.unpricedNow += 1n;
      if (draft.unpriced) sums.unpricedDraft += 1n;
    }
  }
}

type Terms = { readonly policy: UnpricedPolicy; readonly carryTicks: Ticks };

function priceOf(index: RuleIndex, request: ReplayRequest, { policy, carryTicks }: Terms) {
  const rule = matchIndexed(index, request);
  return priceUsage({ rule, unpricedPolicy: policy, usage: request.usage, carryTicks, mode: "usage" });
}

function payerOf(payers: Map<string, PayerTotals>, { payer, guest }: ReplayRequest): PayerTotals {
  const known = payers.get(payer);
  if (known) return known;
  const made = newPayer(payer, guest);
  payers.set(payer, made);
  return made;
}

/** A payer without requests. What was carried before the first of them is not known, and counts as nothing. */
export function newPayer(payer: string, guest: boolean): PayerTotals {
  return {
    payer,
    guest,
    requests: 0n,
    now: micros(0n),
    draft: micros(0n),
    nowCarry: ZERO_TICKS,
    draftCarry: ZERO_TICKS,
  };
}

function modelOf(models: Map<string, ModelSums>, request: ReplayRequest): ModelSums {
  const { module, operation, provider, model } = request;
  const key = JSON.stringify([module, operation, provider, model]);
  const known = models.get(key);
  if (known) return known;
  const made = { module, operation, provider, model, ...NOTHING };
  models.set(key, made);
  return made;
}
