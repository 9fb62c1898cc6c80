"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Count, Credits, EmptyState, Instant } from "@/components/ui";
import type { DearRequest } from "./insight-view";

const column = columnsOf<DearRequest>();

const columns = column.columns([
  column.accessor("at", {
    header: "Time",
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 132 },
  }),
  column.accessor("who", { header: "Who" }),
  column.accessor("module", { header: "Module", meta: { hideBelow: "sm" } }),
  column.accessor("model", { header: "Model", meta: { hideBelow: "sm" } }),
  column.accessor("tokens", {
    header: "Units",
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 96, align: "right", hideBelow: "sm", tip: "Tokens, and one for each image and video" },
  }),
  column.accessor("cost", {
    header: "Credits",
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: { width: 96, align: "right" },
  }),
]);

type DearestTableProps = { merchant: string; range: string; rows: readonly DearRequest[] };

/** The requests that cost most, the dearest first; each opens its log. */
export function DearestTable({ merchant, range, rows }: DearestTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={[...rows]}
      label="Most expensive requests"
      rowId={({ id }) => id}
      rowHref={({ logId }) =>
        logId === null ? null : `/m/${merchant}/usage/logs?range=${range}&sort=cost&log=${logId}`
      }
      empty={
        <EmptyState title="No request cost anything in these days">The dearest ones show here.</EmptyState>
      }
    />
  );
}
