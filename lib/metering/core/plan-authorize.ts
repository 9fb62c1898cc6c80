import { AppError } from "@/lib/kernel/errors";
import { micros } from "@/lib/kernel/micros";
import {
  matchIndexed,
  priceUsage,
  type PricingRule,
  rawCostString,
  ticks,
  ZERO_TICKS,
} from "@/lib/pricing/core";
import { addHeld, planSplit } from "@/lib/quotas/core";
import { balanceOf, type Hold, setAside } from "@/lib/wallets/core";
import { asReplay, authorizeAnswer, type Parts } from "./answer";
import { bindQuotas, type Bound, splitCounters } from "./binding";
import type { AuthorizeOp, OpResult, Subject } from "./op";
import { refusalOf, unpricedRefusal } from "./refusal";
import { touchWallet } from "./touch";
import { configOf, keyOf, walletOf, type World } from "./world";

/**
 * Prices the estimate and sets that much aside: in lots and quota counters. A repeat gets the first answer again;
 * another request under the same id is a `conflict`. A refusal (AppError) changes nothing.
 */
export function planAuthorize(world: World, op: AuthorizeOp): OpResult {
  const known = world.holds.get(keyOf(op.merchantId, op.id));
  if (known) return repeatOf(known, op);

  const config = configOf(world, op.merchantId);
  const rule = matchIndexed(config.rules, op);
  const price = priceUsage({
    rule,
    unpricedPolicy: config.unpricedPolicy,
    usage: op.estimate,
    carryTicks: ZERO_TICKS,
    mode: "authorize",
  });
  if (price.blocked) throw unpricedRefusal(config);

  const bound = bindQuotas(world, op);
  const available = op.subject.kind === "customer" ? availableOf(world, op.subject.customerId) : micros(0n);
  const frozen = isFrozen(world, op.subject);
  const split = planSplit({
    cost: price.costMicros,
    available,
    burnOrder: config.burnOrder,
    counters: splitCounters(bound),
    mode: "authorize",
  });
  if (split.reason !== null) {
    const by = bound[Number(split.refusedBy)];
    throw refusalOf(op.subject, config, { by, reason: split.reason, frozen, now: world.now });
  }
  // Where no quota sets a limit, a frozen balance would make everything free.
  if (frozen && split.fromQuota > 0n && !isLimited(bound)) {
    throw refusalOf(op.subject, config, { by: undefined, reason: "insufficient", frozen, now: world.now });
  }

  const parts = { ...split, cost: price.costMicros };
  const rawCost = rawCostString(ticks(price.rawTicks));
  return open(world, op, { rule, parts, rawCost, bound });
}

type Decided = { rule: PricingRule | null; parts: Parts; rawCost: string; bound: readonly Bound[] };

/** Sets the parts aside and keeps them as an open hold. */
function open(world: World, op: AuthorizeOp, { rule, parts, rawCost, bound }: Decided): OpResult {
  const lots =
    op.subject.kind === "customer" ? takeAside(world, op.subject.customerId, parts.fromBalance) : [];
  for (const { counter } of bound) addHeld(counter, parts.fromQuota);
  const expiresAt = new Date(world.now.getTime() + op.holdSeconds * 1000);
  const { id, subject } = op;
  const answer = authorizeAnswer(world, { id, parts, rawCost, rule, subject, bound, expiresAt });
  keep(world, {
    ...holdFacts(op),
    ...subjectIds(subject),
    state: "open",
    amount: parts.cost,
    fromBalance: parts.fromBalance,
    fromQuota: parts.fromQuota,
    lots,
    quotas: bound.map(({ counter: { quotaId, subjectId, periodStart } }) => {
      return { quotaId, subjectId, periodStart, amount: parts.fromQuota };
    }),
    rule: rule && { id: rule.id, version: rule.version },
    unpricedPolicy: rule ? null : configOf(world, op.merchantId).unpricedPolicy,
    answer,
    createdAt: world.now,
    expiresAt,
  });
  return { ok: true, body: answer, replayed: false };
}

function repeatOf(known: Hold, op: AuthorizeOp): OpResult {
  if (known.fingerprint !== op.fingerprint) {
    throw new AppError("conflict", "This id was used to authorize another request.");
  }
  return { ok: true, body: asReplay(known.answer), replayed: true };
}

function isFrozen(world: World, subject: Subject): boolean {
  return subject.kind === "customer" && walletOf(world, subject.customerId).book.frozen;
}

function isLimited(bound: readonly Bound[]): boolean {
  return bound.some(({ limit, quota }) => limit !== null && quota.mode === "enforce");
}

function availableOf(world: World, customerId: string) {
  return balanceOf(walletOf(world, customerId).book, world.now).available;
}

function takeAside(world: World, customerId: string, amount: Hold["fromBalance"]) {
  if (amount === 0n) return [];
  return setAside(touchWallet(world, customerId), amount, world.now);
}

function keep(world: World, hold: Hold): void {
  world.holds.set(keyOf(hold.merchantId, hold.id), hold);
  world.written.newHolds.push(hold);
}

function subjectIds(subject: Subject): Pick<Hold, "customerId" | "guestId" | "networkId"> {
  if (subject.kind === "customer") return { customerId: subject.customerId, guestId: null, networkId: null };
  return { customerId: null, guestId: subject.guestId, networkId: subject.networkId };
}

function holdFacts(op: AuthorizeOp) {
  const { merchantId, id, fingerprint, module, operation, bot, form, store, provider, model } = op;
  return { merchantId, id, fingerprint, module, operation, bot, form, store, provider, model };
}
