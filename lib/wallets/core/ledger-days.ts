import type { Micros } from "@/lib/kernel/micros";
import type { LedgerEntry } from "./entry";

/** The ledger of one merchant, local day ("2026-11-20") and entry type, added up. */
export type LedgerDayRow = {
  merchantId: string;
  day: string;
  type: string;
  entries: bigint;
  /** Sum of the positive deltas. */
  added: bigint;
  /** Sum of the negative deltas, without their sign. */
  taken: bigint;
  /** For `quota_usage`: what quotas paid. */
  quota: bigint;
};

/** Adds up entries per day and type, in one order for everyone who writes the rows. */
export function foldEntries(
  entries: readonly LedgerEntry[],
  dayOf: (entry: LedgerEntry) => string,
): LedgerDayRow[] {
  const rows = new Map<string, LedgerDayRow>();
  for (const entry of entries) {
    const { merchantId, type } = entry;
    const day = dayOf(entry);
    const key = `${merchantId}|${day}|${type}`;
    const row = rows.get(key) ?? { merchantId, day, type, entries: 0n, added: 0n, taken: 0n, quota: 0n };
    rows.set(key, row);
    add(row, entry.delta, entry.fromQuota);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function add(row: LedgerDayRow, delta: Micros, fromQuota: Micros | null): void {
  row.entries += 1n;
  if (delta > 0n) row.added += delta;
  else row.taken -= delta;
  if (row.type === "quota_usage") row.quota += fromQuota ?? 0n;
}
