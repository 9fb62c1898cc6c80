import type { Micros } from "@/lib/kernel/micros";

/** One usage event, as the daily figures count it. `day` is the local date ("2026-11-20"). */
export type CountedUsage = {
  readonly merchantId: string;
  readonly day: string;
  readonly module: string;
  readonly operation: string;
  readonly provider: string;
  readonly model: string;
  readonly bot: string | null;
  readonly store: string | null;
  readonly failed: boolean;
  readonly unpriced: boolean;
  readonly units: bigint;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: Micros;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  readonly overdraft: Micros;
};

export type UsageDayRow = {
  readonly key: CountedUsage;
  requests: bigint;
  failures: bigint;
  unpriced: bigint;
  units: bigint;
  inputTokens: bigint;
  outputTokens: bigint;
  cost: bigint;
  fromBalance: bigint;
  fromQuota: bigint;
  overdraft: bigint;
};

/** Adds up usage per day and kind of request, in one order for everyone who writes the rows. */
export function foldUsage(events: readonly CountedUsage[]): UsageDayRow[] {
  const rows = new Map<string, UsageDayRow>();
  for (const event of events) {
    const key = [
      event.merchantId,
      event.day,
      event.module,
      event.operation,
      event.provider,
      event.model,
      event.bot ?? "",
      event.store ?? "",
    ].join("|");
    const row = rows.get(key) ?? begin(event);
    rows.set(key, row);
    row.requests += 1n;
    if (event.failed) row.failures += 1n;
    if (event.unpriced) row.unpriced += 1n;
    row.units += event.units;
    row.inputTokens += BigInt(event.inputTokens);
    row.outputTokens += BigInt(event.outputTokens);
    row.cost += event.cost;
    row.fromBalance += event.fromBalance;
    row.fromQuota += event.fromQuota;
    row.overdraft += event.overdraft;
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function begin(key: CountedUsage): UsageDayRow {
  const zero = { requests: 0n, failures: 0n, unpriced: 0n, units: 0n, inputTokens: 0n, outputTokens: 0n };
  return { key, ...zero, cost: 0n, fromBalance: 0n, fromQuota: 0n, overdraft: 0n };
}
