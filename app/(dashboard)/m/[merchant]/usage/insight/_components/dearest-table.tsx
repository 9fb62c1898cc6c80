"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Count, Credits, EmptyState, Instant } from "@/components/ui";
import type { DearRequest } from "./insight-view";
import { DEAREST } from "./words";

const column = columnsOf<DearRequest>();

const columns = column.columns([
  column.accessor("at", {
    header: DEAREST.time,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 132 },
  }),
  column.accessor("who", { header: DEAREST.who }),
  column.accessor("module", { header: DEAREST.module, meta: { hideBelow: "sm" } }),
  column.accessor("model", { header: DEAREST.model, meta: { hideBelow: "sm" } }),
  column.accessor("tokens", {
    header: DEAREST.units,
    cell: ({ getValue }) =>
      getValue() === 0n ? <span className="tg-quiet">–</span> : <Count value={getValue()} />,
    meta: { width: 96, align: "right", hideBelow: "sm", tip: DEAREST.unitsTip },
  }),
  column.accessor("cost", {
    header: DEAREST.credits,
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
      label={DEAREST.title}
      rowId={({ id }) => id}
      rowHref={({ logId }) =>
        logId === null ? null : `/m/${merchant}/usage/logs?range=${range}&sort=cost&log=${logId}`
      }
      empty={<EmptyState title={DEAREST.empty}>{DEAREST.emptyMore}</EmptyState>}
    />
  );
}
