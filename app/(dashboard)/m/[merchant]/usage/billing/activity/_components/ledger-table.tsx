"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant } from "@/components/ui";
import { EntryDrawer } from "./entry-drawer";
import type { EntryRow } from "./entry-row";
import { actorKind, wordsOf } from "./entry-words";

const column = columnsOf<EntryRow>();

const columns = column.columns([
  column.accessor("recordedAt", {
    header: "Time",
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 124, tip: "When it was recorded" },
  }),
  column.accessor("actor", {
    header: "Actor",
    cell: ({ row: { original: entry } }) => <span data-tip={actorKind(entry.actorKind)}>{entry.actor}</span>,
    meta: { width: 144, hideBelow: "sm", tip: "Who caused it" },
  }),
  column.accessor("type", {
    header: "Type",
    cell: ({ getValue }) => <Badge tone={wordsOf(getValue()).tone}>{wordsOf(getValue()).label}</Badge>,
    meta: { width: 120 },
  }),
  column.accessor("module", {
    header: "Module and model",
    cell: ({ row: { original: entry } }) => <Where entry={entry} />,
    meta: { hideBelow: "sm" },
  }),
  column.accessor("delta", {
    header: "Credits",
    cell: ({ getValue }) => <Credits micros={getValue()} sign />,
    meta: { width: 100, align: "right", tip: "Change of the balance" },
  }),
  column.accessor("fromQuota", {
    header: "From quota",
    cell: ({ getValue }) => <Amount micros={getValue()} />,
    meta: { width: 100, align: "right", hideBelow: "md", tip: "What quotas paid, in credits" },
  }),
  column.accessor("balanceAfter", {
    header: "Balance after",
    cell: ({ getValue }) => <Amount micros={getValue()} />,
    meta: {
      width: 116,
      align: "right",
      hideBelow: "md",
      tip: "Of the customer, with this entry; guests have none",
    },
  }),
  column.accessor("units", {
    header: "Units",
    cell: ({ getValue }) => (getValue() === 0n ? null : <Count value={getValue()} />),
    meta: {
      width: 88,
      align: "right",
      hideBelow: "sm",
      tip: "Usage: tokens of all kinds, images and videos",
    },
  }),
]);

function Where({ entry }: { entry: EntryRow }) {
  if (entry.module === null)
    return entry.note === null ? null : <span className="tg-quiet">{entry.note}</span>;
  return (
    <span data-tip={`${entry.module} · ${entry.provider ?? ""} ${entry.model ?? ""}`}>
      {entry.overdraft > 0n ? <Badge tone="refused">Overdraft</Badge> : null} {entry.module}
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
    <>
      <DataTable
        columns={columns}
        rows={rows}
        label="Ledger entries"
        rowId={(entry) => entry.id}
        rowParam="entry"
        nextCursor={nextCursor}
        empty={empty}
      />
      <EntryDrawer rows={rows} />
    </>
  );
}
