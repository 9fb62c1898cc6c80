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

// Written as text: of what stands here only the caller's id and the quotas' scopes can hold anything to be escaped.

/** What every answer tells of a request. */
type Told = {
  readonly id: string;
  readonly parts: Parts;
  readonly rawCost: string;
  readonly rule: PricingRule | null;
  readonly subject: Subject;
  /** The quotas that apply to it. */
  readonly bound: readonly Bound[];
};

/** The members that every answer begins with, in the contract's order (design.md §4). */
function common({ id, parts, rawCost, rule }: Told): string {
  const cost = `"cost":${credits(parts.cost)},"rawCost":"${rawCost}"`;
  const split = `"fromBalance":${credits(parts.fromBalance)},"fromQuota":${credits(parts.fromQuota)}`;
  const ruleView = rule === null ? "null" : `{"id":"${rule.id}","version":${rule.version}}`;
  return `{"id":${JSON.stringify(id)},"allowed":true,${cost},${split},"rule":${ruleView}`;
}

function credits(amount: Micros): string {
  return `"${creditsToString(amount)}"`;
}

/** Balance and quotas after the request. */
function after(world: World, subject: Subject, bound: readonly Bound[]): string {
  const quotas = bound.length === 0 ? "[]" : JSON.stringify(bound.map(quotaView));
  return `"balance":${balanceView(world, subject)},"quotas":${quotas}`;
}

function balanceView(world: World, subject: Subject): string {
  if (subject.kind === "guest") return "null";
  const { total, held, available } = balanceOf(walletOf(world, subject.customerId).book, world.now);
  return `{"total":${credits(total)},"held":${credits(held)},"available":${credits(available)}}`;
}

/** What an allowed `authorize` is told: JSON text, `replayed` last. */
export function authorizeAnswer(world: World, about: Told & { readonly expiresAt: Date }): string {
  const hold = `{"id":${JSON.stringify(about.id)},"expiresAt":"${about.expiresAt.toISOString()}"}`;
  return `${common(about)},"hold":${hold},${after(world, about.subject, about.bound)},${FRESH}`;
}

/** What recorded usage is told: JSON text, `replayed` last. */
export function usageAnswer(
  world: World,
  about: Told & { readonly late: boolean; readonly ledgerEntryId: string; readonly logId: string },
): string {
  const more = `"overdraft":${credits(about.parts.overdraft)},"late":${about.late}`;
  const ids = `"ledgerEntryId":"${about.ledgerEntryId}","logId":"${about.logId}"`;
  return `${common(about)},${more},${after(world, about.subject, about.bound)},${ids},${FRESH}`;
}

/** A stored answer as a repeat gets it: the same, marked. `replayed` is always the last member. */
export function asReplay(answer: string): string {
  return answer.slice(0, -FRESH.length) + REPLAYED;
}
