import { creditsToString, type Micros } from "@/lib/kernel/micros";
import type { LotPart } from "./book";

/** What an entry is about (design.md §3). */
export const ENTRY_TYPES = [
  "purchase",
  "grant",
  "usage",
  "quota_usage",
  "adjustment",
  "expiry",
  "refund",
  "dispute",
  "dispute_reversal",
  "transfer_in",
  "transfer_out",
  "quota_reset",
  "correction",
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Who caused an entry, as it is kept: kind, id and the name at the time. */
type EntryActor = { readonly kind: string; readonly id: string; readonly label: string };

/**
 * One append-only line of the ledger. `delta` is what it changed in the wallet, `balanceAfter` the sum of the
 * wallet's deltas up to and with it (null for guests, who have no wallet); `cost` is what the usage cost, whoever
 * paid; `units` counts tokens of all kinds, images and videos.
 */
export type LedgerEntry = {
  readonly merchantId: string;
  readonly id: string;
  readonly customerId: string | null;
  readonly guestId: string | null;
  readonly type: EntryType;
  readonly delta: Micros;
  readonly balanceAfter: Micros | null;
  readonly cost: Micros | null;
  readonly fromQuota: Micros | null;
  readonly units: bigint;
  readonly module: string | null;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly actor: EntryActor;
  readonly references: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};

const NOTHING = {
  guestId: null,
  cost: null,
  fromQuota: null,
  units: 0n,
  module: null,
  operation: null,
  provider: null,
  model: null,
  rule: null,
  note: null,
} as const;

/** An entry of a wallet that is no usage: a grant, an adjustment, an expiry, a refund. */
export function walletEntry(
  about: Pick<
    LedgerEntry,
    | "merchantId"
    | "id"
    | "customerId"
    | "type"
    | "delta"
    | "balanceAfter"
    | "actor"
    | "references"
    | "recordedAt"
  > & { note?: string | null; occurredAt?: Date },
): LedgerEntry {
  return { ...NOTHING, ...about, note: about.note ?? null, occurredAt: about.occurredAt ?? about.recordedAt };
}

/** Lot parts as references show them: [{ lot, amount }], amounts as decimal strings. */
export function lotReferences(parts: readonly LotPart[]): { lot: string; amount: string }[] {
  return parts.map(([lot, amount]) => ({ lot, amount: creditsToString(amount) }));
}
