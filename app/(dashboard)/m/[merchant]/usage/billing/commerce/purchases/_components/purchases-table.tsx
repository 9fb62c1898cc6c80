"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Credits, Instant } from "@/components/ui";
import type { PurchaseRow } from "./purchase-row";
import { StateBadge } from "./state-badge";
import { COLUMNS, PAGE } from "./words";

const column = columnsOf<PurchaseRow>();

const columns = column.columns([
  column.accessor("number", { header: COLUMNS.number, meta: { width: 96 } }),
  column.accessor("customer", {
    header: COLUMNS.customer,
    cell: ({ row: { original: row } }) => <Who row={row} />,
  }),
  column.accessor("shop", { header: COLUMNS.shop, meta: { width: 128, hideBelow: "lg" } }),
  column.accessor("state", {
    header: COLUMNS.state,
    cell: ({ getValue }) => <StateBadge state={getValue()} />,
    meta: { width: 128 },
  }),
  column.accessor("lines", {
    header: COLUMNS.lines,
    cell: ({ getValue }) => <span data-tip={getValue() || undefined}>{getValue()}</span>,
    meta: { hideBelow: "md" },
  }),
  column.accessor("granted", {
    header: COLUMNS.granted,
    cell: ({ getValue }) => <Some micros={getValue()} />,
    meta: { width: 104, align: "right", tip: COLUMNS.tips.granted, hideBelow: "sm" },
  }),
  column.accessor("taken", {
    header: COLUMNS.taken,
    cell: ({ getValue }) => <Some micros={getValue()} />,
    meta: { width: 104, align: "right", tip: COLUMNS.tips.taken, hideBelow: "sm" },
  }),
  column.accessor("at", {
    header: COLUMNS.when,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 124, hideBelow: "sm" },
  }),
]);

function Who({ row: { customer, buyer } }: { row: PurchaseRow }) {
  if (customer !== null) return <span data-tip={buyer ?? undefined}>{customer}</span>;
  return <span className="tg-quiet">{buyer ?? "–"}</span>;
}

function Some({ micros }: { micros: bigint }) {
  return micros === 0n ? <span className="tg-quiet">–</span> : <Credits micros={micros} />;
}

type PurchasesTableProps = { rows: PurchaseRow[]; nextCursor: string | null; empty: ReactNode };

/** What was bought, newest first; a row opens it in the drawer. */
export function PurchasesTable({ rows, nextCursor, empty }: PurchasesTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.table}
      rowId={(row) => row.id}
      rowParam="purchase"
      nextCursor={nextCursor}
      empty={empty}
    />
  );
}
