"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Credits } from "@/components/ui";
import type { PackageRow } from "./package-row";
import { COLUMNS, PAGE, STATES } from "./words";

const column = columnsOf<PackageRow>();
const { tips } = COLUMNS;

const columns = column.columns([
  column.accessor("name", { header: COLUMNS.name }),
  column.accessor("credits", {
    header: COLUMNS.credits,
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: { width: 112, align: "right", tip: tips.credits },
  }),
  column.accessor("price", {
    header: COLUMNS.price,
    cell: ({ getValue }) => <span className="tg-num">{getValue()}</span>,
    meta: { width: 104, align: "right", tip: tips.price, hideBelow: "sm" },
  }),
  column.accessor("buys", {
    header: COLUMNS.buys,
    cell: ({ row: { original: row } }) => <span data-tip={row.buysAll || undefined}>{row.buys}</span>,
    meta: { tip: tips.buys, hideBelow: "md" },
  }),
  column.accessor("soldBy", {
    header: COLUMNS.soldBy,
    cell: ({ getValue }) => <span data-tip={getValue() ?? undefined}>{getValue()}</span>,
    meta: { hideBelow: "sm" },
  }),
  column.accessor("expires", {
    header: COLUMNS.expires,
    meta: { width: 96, tip: tips.expires, hideBelow: "md" },
  }),
  column.accessor("state", {
    header: COLUMNS.state,
    cell: ({ getValue }) => <State state={getValue()} />,
    meta: { width: 108 },
  }),
]);

function State({ state }: { state: PackageRow["state"] }) {
  if (state === "on") return <Badge tone="credit">{STATES.on}</Badge>;
  if (state === "off") return <Badge tip={STATES.offTip}>{STATES.off}</Badge>;
  return (
    <Badge tone="unpriced" tip={STATES.unsoldTip}>
      {STATES.unsold}
    </Badge>
  );
}

type PackagesTableProps = {
  rows: PackageRow[];
  nextCursor: string | null;
  empty: ReactNode;
  count: ReactNode;
};

/** All packages; a row opens its package in the drawer. */
export function PackagesTable({ rows, nextCursor, empty, count }: PackagesTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.table}
      rowId={(row) => row.id}
      rowParam="package"
      nextCursor={nextCursor}
      empty={empty}
      count={count}
    />
  );
}
