import { z } from "zod";
import type { Json } from "@/components/ui";
import type { EntryRow as StoredEntry } from "@/lib/wallets";

/** A ledger entry as a row of the table: plain values, named for people. */
export type EntryRow = {
  readonly id: string;
  readonly recordedAt: Date;
  readonly occurredAt: Date;
  readonly type: string;
  readonly actorKind: string;
  readonly actor: string;
  readonly customer: string | null;
  readonly customerId: string | null;
  readonly module: string | null;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly delta: bigint;
  readonly balanceAfter: bigint | null;
  readonly cost: bigint | null;
  readonly fromQuota: bigint | null;
  /** What of the cost neither the balance nor a quota covered. */
  readonly overdraft: bigint;
  readonly units: bigint;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly references: Json;
  readonly note: string | null;
};

const json = z.json();

type Named = readonly { readonly id: string; readonly name: string }[];

export function toEntryRow(entry: StoredEntry, modules: Named): EntryRow {
  return {
    id: entry.id,
    recordedAt: entry.recordedAt,
    occurredAt: entry.occurredAt,
    type: entry.type,
    actorKind: entry.actor.kind,
    actor: actorOf(entry),
    customer: entry.customerName ?? entry.customer,
    customerId: entry.customer,
    module: modules.find((module) => module.id === entry.module)?.name ?? entry.module,
    operation: entry.operation,
    provider: entry.provider,
    model: entry.model,
    delta: entry.delta,
    balanceAfter: entry.balanceAfter,
    cost: entry.cost,
    fromQuota: entry.fromQuota,
    overdraft: entry.cost === null ? 0n : entry.cost + entry.delta - (entry.fromQuota ?? 0n),
    units: entry.units,
    rule: ruleOf(entry),
    references: json.safeParse(entry.references).data ?? {},
    note: entry.note === "" ? null : entry.note,
  };
}

/** A customer acts under the name the merchant gave; everyone else under theirs at the time. */
function actorOf({ actor, customerName }: StoredEntry): string {
  return actor.kind === "customer" ? (customerName ?? actor.label) : actor.label;
}

function ruleOf({ ruleId, ruleVersion }: StoredEntry): EntryRow["rule"] {
  return ruleId === null || ruleVersion === null ? null : { id: ruleId, version: ruleVersion };
}
