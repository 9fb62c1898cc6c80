"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant } from "@/components/ui";
import type { EntryRow } from "./entry-row";
import { actorKind, COLUMNS, ENTRY, WORDS, wordsOf } from "./words";

const column = columnsOf<EntryRow>();

const columns = column.columns([
  column.accessor("recordedAt", {
    header: COLUMNS.time,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 124, tip: COLUMNS.timeTip },
  }),
  column.accessor("actor", {
    header: COLUMNS.actor,
    cell: ({ row: { original: entry } }) => <span data-tip={actorKind(entry.actorKind)}>{entry.actor}</span>,
    meta: { width: 144, hideBelow: "sm", tip: COLUMNS.actorTip },
  }),
  column.accessor("customer", {
    header: COLUMNS.customer,
    cell: ({ row: { original: entry } }) =>
      entry.customer === null ? null : <span data-tip={entry.customerId}>{entry.customer}</span>,
    meta: { width: 128, hideBelow: "xl" },
  }),
  column.accessor("type", {
    header: COLUMNS.type,
    cell: ({ getValue }) => <Badge tone={wordsOf(getValue()).tone}>{wordsOf(getValue()).label}</Badge>,
    meta: { width: 120 },
  }),
  column.accessor("module", {
    header: COLUMNS.where,
    cell: ({ row: { original: entry } }) => <Where entry={entry} />,
    meta: { hideBelow: "sm" },
  }),
  column.accessor("delta", {
    header: COLUMNS.credits,
    cell: ({ getValue }) => <Credits micros={getValue()} sign />,
    meta: { width: 100, align: "right", tip: COLUMNS.creditsTip },
  }),
  column.accessor("fromQuota", {
    header: COLUMNS.fromQuota,
    cell: ({ getValue }) => <Amount micros={getValue()} />,
    meta: { width: 100, align: "right", hideBelow: "md", tip: COLUMNS.fromQuotaTip },
  }),
  column.accessor("balanceAfter", {
    header: COLUMNS.after,
    cell: ({ getValue }) => <Amount micros={getValue()} />,
    meta: {
      width: 116,
      align: "right",
      hideBelow: "md",
      tip: COLUMNS.afterTip,
    },
  }),
  column.accessor("units", {
    header: COLUMNS.units,
    cell: ({ getValue }) => (getValue() === 0n ? null : <Count value={getValue()} />),
    meta: {
      width: 88,
      align: "right",
      hideBelow: "sm",
      tip: COLUMNS.unitsTip,
    },
  }),
]);

function Where({ entry }: { entry: EntryRow }) {
  if (entry.module === null)
    return entry.note === null ? null : <span className="tg-quiet">{entry.note}</span>;
  return (
    <span data-tip={`${entry.module} · ${entry.provider ?? ""} ${entry.model ?? ""}`}>
      {entry.overdraft > 0n ? <Badge tone="refused">{ENTRY.overdraft}</Badge> : null} {entry.module}
      <span className="tg-quiet"> · {entry.model}</span>
    </span>
  );
}

function Amount({ micros }: { micros: bigint | null }) {
  return micros === null ? null : <Credits micros={micros} />;
}

type LedgerTableProps = { rows: EntryRow[]; nextCursor: string | null; empty: ReactNode };

export function LedgerTable({ rows, nextCursor, empty }: LedgerTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={WORDS.table}
      rowId={(entry) => entry.id}
      rowParam="entry"
      nextCursor={nextCursor}
      empty={empty}
    />
  );
}
