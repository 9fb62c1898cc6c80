"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Instant } from "@/components/ui";
import type { ConnectionKind } from "@/lib/commerce/schemas";
import { type Health, HEALTH_TONES } from "./health-of";
import { COLUMNS, HEALTH, KINDS, PAGE } from "./words";

/** A connection as a row of the table. */
export type ConnectionRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: ConnectionKind;
  readonly health: Health;
  /** What is behind its health: the last problem or refusal. */
  readonly reason: string | null;
  readonly lastDeliveryAt: Date | null;
  readonly backlog: number;
  readonly givenUp: number;
  readonly refused: number;
  readonly reconciledUntil: Date | null;
};

const column = columnsOf<ConnectionRow>();
const { tips } = COLUMNS;

const columns = column.columns([
  column.accessor("name", { header: COLUMNS.name }),
  column.accessor("kind", {
    header: COLUMNS.kind,
    cell: ({ getValue }) => KINDS[getValue()],
    meta: { width: 124, hideBelow: "sm" },
  }),
  column.accessor("health", {
    header: COLUMNS.state,
    cell: ({ row: { original: row } }) => (
      <Badge tone={HEALTH_TONES[row.health]} {...(row.reason === null ? {} : { tip: row.reason })}>
        {HEALTH[row.health]}
      </Badge>
    ),
    meta: { width: 148 },
  }),
  column.accessor("lastDeliveryAt", {
    header: COLUMNS.last,
    cell: ({ getValue }) => <At at={getValue()} />,
    meta: { width: 124, hideBelow: "sm" },
  }),
  column.accessor("backlog", {
    header: COLUMNS.backlog,
    cell: ({ getValue }) => <Some value={getValue()} />,
    meta: { width: 84, align: "right", tip: tips.backlog, hideBelow: "md" },
  }),
  column.accessor("givenUp", {
    header: COLUMNS.givenUp,
    cell: ({ getValue }) => <Some value={getValue()} />,
    meta: { width: 92, align: "right", tip: tips.givenUp, hideBelow: "md" },
  }),
  column.accessor("refused", {
    header: COLUMNS.refused,
    cell: ({ getValue }) => <Some value={getValue()} />,
    meta: { width: 88, align: "right", tip: tips.refused, hideBelow: "md" },
  }),
  column.accessor("reconciledUntil", {
    header: COLUMNS.compared,
    cell: ({ getValue }) => <At at={getValue()} />,
    meta: { width: 136, tip: tips.compared, hideBelow: "lg" },
  }),
]);

function At({ at }: { at: Date | null }) {
  return at === null ? <span className="tg-quiet">–</span> : <Instant at={at} />;
}

function Some({ value }: { value: number }) {
  return value === 0 ? <span className="tg-quiet">–</span> : <Count value={value} />;
}

type ConnectionsTableProps = { rows: ConnectionRow[]; nextCursor: string | null; empty: ReactNode };

/** The merchant's shops and accounts with how they are; a row opens one in the drawer. */
export function ConnectionsTable({ rows, nextCursor, empty }: ConnectionsTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.table}
      rowId={(row) => row.id}
      rowParam="connection"
      nextCursor={nextCursor}
      empty={empty}
    />
  );
}
