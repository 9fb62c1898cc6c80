"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Count, Instant } from "@/components/ui";
import type { DeliveryState } from "@/lib/commerce/schemas";
import { DeliveryBadge } from "../../_components/delivery-badge";
import { COLUMNS, PAGE } from "./words";

/** A delivery as a row of the table. */
export type DeliveryRow = {
  readonly id: string;
  readonly topic: string;
  readonly subject: string | null;
  readonly shop: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** What became of it, or why it did not go. */
  readonly outcome: string | null;
  readonly nextAttemptAt: Date | null;
  readonly receivedAt: Date;
};

const column = columnsOf<DeliveryRow>();

const columns = column.columns([
  column.accessor("topic", { header: COLUMNS.topic, meta: { width: 200 } }),
  column.accessor("subject", { header: COLUMNS.subject, meta: { width: 148, hideBelow: "sm" } }),
  column.accessor("shop", { header: COLUMNS.shop, meta: { width: 128, hideBelow: "lg" } }),
  column.accessor("state", {
    header: COLUMNS.state,
    cell: ({ getValue }) => <DeliveryBadge state={getValue()} />,
    meta: { width: 96 },
  }),
  column.accessor("outcome", {
    header: COLUMNS.outcome,
    cell: ({ getValue }) => <span data-tip={getValue() ?? undefined}>{getValue()}</span>,
    meta: { hideBelow: "sm" },
  }),
  column.accessor("attempts", {
    header: COLUMNS.attempts,
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 88, align: "right", tip: COLUMNS.tips.attempts, hideBelow: "md" },
  }),
  column.accessor("nextAttemptAt", {
    header: COLUMNS.next,
    cell: ({ getValue }) => <At at={getValue()} />,
    meta: { width: 124, tip: COLUMNS.tips.next, hideBelow: "xl" },
  }),
  column.accessor("receivedAt", {
    header: COLUMNS.received,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 124, hideBelow: "sm" },
  }),
]);

function At({ at }: { at: Date | null }) {
  return at === null ? null : <Instant at={at} />;
}

type DeliveriesTableProps = { rows: DeliveryRow[]; nextCursor: string | null; empty: ReactNode };

/** What came, newest first; a row opens it in the drawer. */
export function DeliveriesTable({ rows, nextCursor, empty }: DeliveriesTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.table}
      rowId={(row) => row.id}
      rowParam="delivery"
      nextCursor={nextCursor}
      empty={empty}
    />
  );
}
