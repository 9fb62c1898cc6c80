import { creditsToString, type Micros } from "@/lib/kernel/micros";
import type { PricingRule } from "@/lib/pricing/core";
import { balanceOf } from "@/lib/wallets/core";
import { type Bound, quotaView } from "./binding";
import type { Subject } from "./op";
import { walletOf, type World } from "./world";

/** How a request was paid for. */
export type Parts = { cost: Micros; fromBalance: Micros; fromQuota: Micros; overdraft: Micros };

const FRESH = '"replayed":false}';
const REPLAYED = '"replayed":true}';

/** The members that every answer has, in the contract's order (design.md §4). */
function common(about: { id: string; parts: Parts; rawCost: string; rule: PricingRule | null }) {
  return {
    id: about.id,
    allowed: true,
    cost: creditsToString(about.parts.cost),
    rawCost: about.rawCost,
    fromBalance: creditsToString(about.parts.fromBalance),
    fromQuota: creditsToString(about.parts.fromQuota),
    rule: about.rule && { id: about.rule.id, version: about.rule.version },
  };
}

/** Balance and quotas after the request. */
function after(world: World, subject: Subject, bound: readonly Bound[]) {
  return { balance: balanceView(world, subject), quotas: bound.map(quotaView) };
}

function balanceView(world: World, subject: Subject) {
  if (subject.kind === "guest") return null;
  const { total, held, available } = balanceOf(walletOf(world, subject.customerId).book, world.now);
  return {
    total: creditsToString(total),
    held: creditsToString(held),
    available: creditsToString(available),
  };
}

/** What an allowed `authorize` is told: JSON text, `replayed` last. */
export function authorizeAnswer(
  world: World,
  about: {
    id: string;
    parts: Parts;
    rawCost: string;
    rule: PricingRule | null;
    subject: Subject;
    bound: readonly Bound[];
    expiresAt: Date;
  },
): string {
  return JSON.stringify({
    ...common(about),
    hold: { id: about.id, expiresAt: about.expiresAt.toISOString() },
    ...after(world, about.subject, about.bound),
    replayed: false,
  });
}

/** What recorded usage is told: JSON text, `replayed` last. */
export function usageAnswer(
  world: World,
  about: {
    id: string;
    parts: Parts;
    rawCost: string;
    rule: PricingRule | null;
    subject: Subject;
    bound: readonly Bound[];
    late: boolean;
    ledgerEntryId: string;
    logId: string;
  },
): string {
  return JSON.stringify({
    ...common(about),
    overdraft: creditsToString(about.parts.overdraft),
    late: about.late,
    ...after(world, about.subject, about.bound),
    ledgerEntryId: about.ledgerEntryId,
    logId: about.logId,
    replayed: false,
  });
}

/** A stored answer as a repeat gets it: the same, marked. `replayed` is always the last member. */
export function asReplay(answer: string): string {
  return answer.slice(0, -FRESH.length) + REPLAYED;
}
