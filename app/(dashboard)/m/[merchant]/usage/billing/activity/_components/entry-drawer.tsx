"use client";

import {
  Badge,
  CopyId,
  Count,
  Credits,
  Drawer,
  EmptyState,
  Instant,
  JsonTree,
  type KeyValue,
  KeyValues,
  useUrlState,
} from "@/components/ui";
import type { EntryRow } from "./entry-row";
import { actorKind, wordsOf } from "./entry-words";

const PARAM = "entry";

/** One entry of the page in full: what it changed, who caused it, and what it points at. */
export function EntryDrawer({ rows }: { rows: readonly EntryRow[] }) {
  const { params } = useUrlState();
  const entry = rows.find((row) => row.id === params.get(PARAM));
  return (
    <Drawer param={PARAM} title="Ledger entry" width={560}>
      {entry ? (
        <div className="tg-activity-entry">
          <KeyValues items={factsOf(entry)} />
          <JsonTree value={entry.references} title="References" />
        </div>
      ) : (
        <EmptyState title="This entry is not on this page">
          Another range, type or page of the ledger has it.
        </EmptyState>
      )}
    </Drawer>
  );
}

function factsOf(entry: EntryRow): KeyValue[] {
  const { label, tone } = wordsOf(entry.type);
  return [
    { label: "Type", value: <Badge tone={tone}>{label}</Badge> },
    { label: "Change", value: <Credits micros={entry.delta} sign places={6} /> },
    ...amount("Balance after", entry.balanceAfter),
    ...amount("Cost", entry.cost),
    ...amount("From quota", entry.fromQuota),
    ...amount("Overdraft", entry.overdraft > 0n ? entry.overdraft : null),
    ...(entry.units === 0n ? [] : [{ label: "Units", value: <Count value={entry.units} /> }]),
    { label: "Actor", value: `${entry.actor} (${actorKind(entry.actorKind).toLowerCase()})` },
    ...text("Customer", customerOf(entry)),
    ...text("Module", entry.module),
    ...text("Operation", entry.operation),
    ...text("Model", entry.model && `${entry.provider ?? ""} ${entry.model}`),
    ...(entry.rule
      ? [{ label: "Rule", value: <RuleVersion id={entry.rule.id} version={entry.rule.version} /> }]
      : []),
    ...text("Note", entry.note),
    { label: "Occurred", value: <Instant at={entry.occurredAt} /> },
    { label: "Recorded", value: <Instant at={entry.recordedAt} /> },
    { label: "Entry", value: <CopyId id={entry.id} label="Copy entry id" /> },
  ];
}

function customerOf({ customer, customerId }: EntryRow): string | null {
  return customer === customerId ? customer : `${customer ?? ""} (${customerId ?? ""})`;
}

function amount(label: string, micros: bigint | null): KeyValue[] {
  return micros === null ? [] : [{ label, value: <Credits micros={micros} places={6} /> }];
}

function text(label: string, value: string | null): KeyValue[] {
  return value ? [{ label, value }] : [];
}

function RuleVersion({ id, version }: { id: string; version: number }) {
  return (
    <>
      Version {version} of <CopyId id={id} label="Copy rule id" />
    </>
  );
}
