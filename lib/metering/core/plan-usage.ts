import { AppError } from "@/lib/kernel/errors";
import { creditsToString, micros } from "@/lib/kernel/micros";
import {
  matchIndexed,
  type Price,
  priceUsage,
  type PricingRule,
  rawCostString,
  ticks,
  tokensOf,
} from "@/lib/pricing/core";
import { type Hold, lotReferences } from "@/lib/wallets/core";
import { asReplay, type Parts, usageAnswer } from "./answer";
import { bindQuotas } from "./binding";
import { isFailed, logUsage } from "./log-usage";
import type { OpResult, UsageOp } from "./op";
import { holdOf, takeCost, type Payment } from "./settle";
import { bookExpiry, touchWallet } from "./touch";
import { configOf, guestOf, keyOf, versionKey, walletOf, type World } from "./world";

const OLDEST_MILLIS = 35 * 24 * 3600 * 1000;
const AHEAD_MILLIS = 5 * 60 * 1000;

/**
 * Charges and logs what one AI request consumed. It is never refused for want of credits: what nothing covers is
 * overdraft. A repeat gets the first answer again; other content under the same id is a `conflict`. All failures
 * (AppError) come before the first change.
 */
export function planUsage(world: World, op: UsageOp): OpResult {
  const known = world.events.get(keyOf(op.merchantId, op.id));
  if (known) return repeatOf(known, op);
  requirePlausibleTime(world, op);

  const { hold, late } = holdOf(world, op);
  const log = logUsage(world, op);
  const { rule, price } = priceOf(world, op, hold);
  const bound = bindQuotas(world, op);
  const payment = takeCost(world, op, { cost: price.costMicros, hold, bound });
  moveCarry(world, op, price);

  const entryId = world.newId();
  const rawCost = rawCostString(ticks(price.rawTicks));
  pushEntry(world, op, { entryId, rule, payment, hold, late });
  if (hold && op.subject.kind === "customer") bookExpiry(world, touchWallet(world, op.subject.customerId));
  const body = usageAnswer(world, {
    id: op.id,
    parts: payment.parts,
    rawCost,
    rule,
    subject: op.subject,
    bound,
    late,
    ledgerEntryId: entryId,
    logId: log.logId,
  });
  world.written.usage.push({
    op,
    entryId,
    logId: log.logId,
    holdId: hold?.id ?? null,
    ...payment.parts,
    rawCost,
    late,
    unpriced: price.unpriced,
    answer: body,
  });
  log.write(payment.parts, price.unpriced);
  world.events.set(keyOf(op.merchantId, op.id), { fingerprint: op.fingerprint, answer: body });
  return { ok: true, body, replayed: false };
}

function repeatOf(known: { fingerprint: string; answer: string }, op: UsageOp): OpResult {
  if (known.fingerprint !== op.fingerprint) {
    throw new AppError("conflict", "This id was used for other usage.");
  }
  return { ok: true, body: asReplay(known.answer), replayed: true };
}

function requirePlausibleTime(world: World, op: UsageOp): void {
  if (op.occurredAt === null) return;
  const ahead = op.occurredAt.getTime() - world.now.getTime();
  if (ahead <= AHEAD_MILLIS && -ahead <= OLDEST_MILLIS) return;
  throw new AppError("invalid_input", "Some fields need attention.", {
    errors: [
      { path: "occurredAt", message: "must lie within the last 35 days and not more than 5 minutes ahead" },
    ],
  });
}

/** The price quoted is the price charged: a hold's usage is priced by the version it was authorized under. */
function priceOf(world: World, op: UsageOp, hold: Hold | null): { rule: PricingRule | null; price: Price } {
  const config = configOf(world, op.merchantId);
  const rule = hold ? ruleOfHold(world, hold) : matchIndexed(config.rules, op);
  const price = priceUsage({
    rule,
    unpricedPolicy: hold?.unpricedPolicy ?? config.unpricedPolicy,
    usage: op.usage,
    carryTicks: ticks(carryOf(world, op)),
    mode: "usage",
  });
  return { rule, price };
}

function ruleOfHold(world: World, hold: Hold): PricingRule | null {
  if (!hold.rule) return null;
  const rule = world.ruleVersions.get(versionKey(hold.rule.id, hold.rule.version));
  if (!rule) throw new AppError("unavailable", "This changed while it was read. Please try again.");
  return rule;
}

function carryOf(world: World, op: UsageOp): bigint {
  if (op.subject.kind === "guest") return guestOf(world, op.subject.guestId).carryTicks;
  return walletOf(world, op.subject.customerId).book.carryTicks;
}

function moveCarry(world: World, op: UsageOp, price: Price): void {
  if (price.carryTicks === carryOf(world, op)) return;
  if (op.subject.kind === "guest") guestOf(world, op.subject.guestId).carryTicks = price.carryTicks;
  else touchWallet(world, op.subject.customerId).carryTicks = price.carryTicks;
}

function pushEntry(
  world: World,
  op: UsageOp,
  about: { entryId: string; rule: PricingRule | null; payment: Payment; hold: Hold | null; late: boolean },
): void {
  const { parts, lots } = about.payment;
  const { subject, usage } = op;
  const customerId = subject.kind === "customer" ? subject.customerId : null;
  world.written.entries.push({
    merchantId: op.merchantId,
    id: about.entryId,
    customerId,
    guestId: subject.kind === "guest" ? subject.guestId : null,
    type: parts.fromBalance > 0n ? "usage" : "quota_usage",
    delta: micros(-parts.fromBalance),
    balanceAfter: customerId === null ? null : walletOf(world, customerId).book.booked,
    cost: parts.cost,
    fromQuota: parts.fromQuota,
    units: BigInt(tokensOf(usage) + usage.images + usage.videos),
    module: op.module,
    operation: op.operation,
    provider: op.provider,
    model: op.model,
    rule: about.rule && { id: about.rule.id, version: about.rule.version },
    actor: actorOf(op),
    references: referencesOf(op, parts, {
      lots: lotReferences(lots),
      hold: about.hold?.id,
      late: about.late,
    }),
    note: null,
    occurredAt: op.occurredAt ?? world.now,
    recordedAt: world.now,
  });
}

function actorOf({ subject }: UsageOp) {
  if (subject.kind === "guest") return { kind: "guest", id: subject.session, label: "Guest" };
  return { kind: "customer", id: subject.externalId, label: subject.externalId };
}

function referencesOf(
  op: UsageOp,
  parts: Parts,
  about: { lots: object[]; hold: string | undefined; late: boolean },
) {
  return {
    usage: op.id,
    // What else decides a price, and stands nowhere that outlives the log.
    ...(op.bot === null ? {} : { bot: op.bot }),
    ...(op.form === null ? {} : { form: op.form }),
    ...(about.hold === undefined ? {} : { hold: about.hold }),
    ...(about.lots.length === 0 ? {} : { lots: about.lots }),
    ...(parts.overdraft > 0n ? { overdraft: creditsToString(parts.overdraft) } : {}),
    ...(about.late ? { late: true } : {}),
    ...(isFailed(op) ? { failed: true } : {}),
  };
}
