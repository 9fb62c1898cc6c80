import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { remainderMicros, type Micros, micros } from "@/lib/kernel/micros";
import { boundQuotasOfMany, type QuotaHolder } from "./customer-quotas";
import type { Bound } from "./core/binding";

/** What a customer used of one quota in its current period. A limit of null is unlimited. Amounts in micro-credits. */
export type ScopeUsage = {
  readonly quotaId: string;
  readonly scope: string;
  readonly limit: Micros | null;
  readonly used: Micros;
  readonly held: Micros;
  readonly remaining: Micros | null;
  /** What neither a balance nor the quota covered. */
  readonly overdraft: Micros;
  readonly resetsAt: Date | null;
  /** Counts, and refuses nothing. */
  readonly observed: boolean;
};

/**
 * What these customers used of every quota that could bind them, by customer id. Reads the counters of the current
 * periods only. What holds whose time is over keep may still count for a moment.
 */
export async function listUsageOfCustomers(
  ctx: Ctx,
  holders: readonly QuotaHolder[],
): Promise<Map<string, ScopeUsage[]>> {
  requireCan(ctx, "usage:read");
  const bound = await boundQuotasOfMany(readSql(), ctx, holders);
  return new Map([...bound].map(([customerId, quotas]) => [customerId, quotas.map(usageOf)]));
}

function usageOf({ quota, counter, limit, scope, resetsAt }: Bound): ScopeUsage {
  const { used, held, overdraft } = counter;
  return {
    quotaId: quota.id,
    scope,
    limit,
    used,
    held,
    remaining: limit === null ? null : remainderMicros(limit, micros(used + held)),
    overdraft,
    resetsAt,
    observed: quota.mode === "observe",
  };
}
