import { type Ctx, requireCan } from "@/lib/access";
import { daysBefore } from "./days-before";
import { type TypicalUsage, typicalUsage, type UsageSums } from "./core/typical-usage";
import { findUsageSums } from "./traffic.repo";

/** The average request of a usage type. */
export type TypicalRequest = TypicalUsage & { readonly module: string | null; readonly operation: string };

const DAYS = 30;

/**
 * The average request of every usage type that ran in the last 30 days, by module and operation, and by operation
 * alone (module null). What did not run is not among them: see `assumedUsage`.
 */
export async function getTypicalUsage(ctx: Ctx): Promise<TypicalRequest[]> {
  requireCan(ctx, "usage:read");
  const sums = await findUsageSums(ctx, daysBefore(ctx.now, DAYS));
  const byOperation = new Map<string, UsageSums>();
  for (const each of sums) {
    const before = byOperation.get(each.operation);
    byOperation.set(each.operation, before ? added(before, each) : each);
  }
  return [
    ...sums.map((each) => ({ ...typicalUsage(each), module: each.module, operation: each.operation })),
    ...[...byOperation.values()].map((each) => ({
      ...typicalUsage(each),
      module: null,
      operation: each.operation,
    })),
  ];
}

function added(a: UsageSums, b: UsageSums): UsageSums {
  return {
    operation: a.operation,
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    units: a.units + b.units,
  };
}
