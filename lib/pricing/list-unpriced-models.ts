import { type Ctx, requireCan } from "@/lib/access";
import { readSql, sqlOf } from "@/lib/db";
import { micros, type Micros } from "@/lib/kernel/micros";
import { indexRules, matchIndexed } from "./core/match-rule";
import { daysBefore } from "./days-before";
import { loadPricing } from "./pricing.repo";
import { findUnpricedUse, type UnpricedUse } from "./traffic.repo";

/** A kind of request that ran without a rule, and that still has none. */
export type UnpricedModel = {
  readonly module: string;
  readonly operation: string;
  readonly provider: string;
  readonly model: string;
  readonly requests: bigint;
  /** Tokens of all kinds, images and videos. */
  readonly units: bigint;
  /** What the merchant's policy charged for them. */
  readonly charged: Micros;
  /** The last day (in the merchant's zone) on which it ran without a rule. */
  readonly lastDay: string;
};

const DAYS = 90;

/**
 * What ran unpriced in the last 90 days and would still be unpriced now, the most frequent first. From the daily
 * figures: units and charge of a day with priced and unpriced requests of one kind are shared out by their number.
 */
export async function listUnpricedModels(ctx: Ctx): Promise<UnpricedModel[]> {
  requireCan(ctx, "usage:read");
  const sql = ctx.tx ? sqlOf(ctx.tx) : readSql();
  const [uses, rules] = await Promise.all([
    findUnpricedUse(ctx, daysBefore(ctx.now, DAYS)),
    loadPricing(sql, ctx.merchantId),
  ]);
  const index = indexRules(rules);
  const kinds = new Map<string, UnpricedModel>();
  for (const use of uses) {
    if (matchIndexed(index, { ...use, form: null })) continue;
    const key = JSON.stringify([use.module, use.operation, use.provider, use.model]);
    kinds.set(key, merged(kinds.get(key), use));
  }
  return [...kinds.values()].sort((a, b) => (a.requests < b.requests ? 1 : a.requests > b.requests ? -1 : 0));
}

function merged(before: UnpricedModel | undefined, use: UnpricedUse): UnpricedModel {
  const { module, operation, provider, model } = use;
  return {
    module,
    operation,
    provider,
    model,
    requests: (before?.requests ?? 0n) + use.requests,
    units: (before?.units ?? 0n) + use.tokens,
    charged: micros((before?.charged ?? 0n) + use.cost),
    lastDay: before && before.lastDay > use.lastDay ? before.lastDay : use.lastDay,
  };
}
