"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant } from "@/components/ui";
import type { QuotaRow } from "./quota-row";
import { AMOUNTS, COLUMNS, PAGE, PERIODS, STATES } from "./words";

const column = columnsOf<QuotaRow>();
const { tips } = COLUMNS;

const columns = column.columns([
  column.accessor("who", {
    header: COLUMNS.who,
    cell: ({ row: { original: row } }) => <span data-tip={row.sentence}>{row.who}</span>,
  }),
  column.accessor("where", { header: COLUMNS.where, meta: { hideBelow: "sm" } }),
  column.accessor("limit", {
    header: COLUMNS.limit,
    cell: ({ getValue }) => <Limit limit={getValue()} />,
    meta: { width: 104, align: "right", tip: tips.limit },
  }),
  column.accessor("period", {
    header: COLUMNS.period,
    cell: ({ row: { original: row } }) => <Period row={row} />,
    meta: { width: 128, tip: tips.period, hideBelow: "md" },
  }),
  column.accessor("used", {
    header: COLUMNS.used,
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: { width: 104, align: "right", tip: tips.used, hideBelow: "sm" },
  }),
  column.accessor("subjects", {
    header: COLUMNS.people,
    cell: ({ row: { original: row } }) => <People row={row} />,
    meta: { width: 80, align: "right", tip: tips.people, hideBelow: "md" },
  }),
  column.accessor("nearLimit", {
    header: COLUMNS.near,
    cell: ({ row: { original: row } }) => <Near row={row} />,
    meta: { width: 96, align: "right", tip: tips.near, hideBelow: "sm" },
  }),
  column.accessor("state", {
    header: COLUMNS.state,
    cell: ({ row: { original: row } }) => <State row={row} />,
    meta: { width: 104 },
  }),
  column.accessor("editedAt", {
    header: COLUMNS.edited,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 124, hideBelow: "xl" },
  }),
]);

function Limit({ limit }: { limit: bigint | null }) {
  if (limit === null) return <span className="tg-quiet">{AMOUNTS.unlimited}</span>;
  return limit === 0n ? AMOUNTS.closed : <Credits micros={limit} />;
}

function Period({ row: { period } }: { row: QuotaRow }) {
  return <span className={period === "never" ? "tg-quiet" : undefined}>{PERIODS[period]}</span>;
}

function People({ row: { subjects, capped } }: { row: QuotaRow }) {
  return (
    <>
      <Count value={subjects} />
      {capped ? "+" : null}
    </>
  );
}

function Near({ row: { nearLimit, atLimit } }: { row: QuotaRow }) {
  if (nearLimit === 0n) return <Count value={nearLimit} />;
  return (
    <Badge tone={atLimit > 0n ? "refused" : "held"}>
      <Count value={nearLimit} />
    </Badge>
  );
}

function State({ row: { state, plan } }: { row: QuotaRow }) {
  if (plan && state !== "off") return <Badge tip={STATES.planTip}>{STATES[state]}</Badge>;
  if (state === "off") return <Badge tip={STATES.offTip}>{STATES.off}</Badge>;
  if (state === "observe") {
    return (
      <Badge tone="quota" tip={STATES.observeTip}>
        {STATES.observe}
      </Badge>
    );
  }
  return <Badge tone="credit">{STATES.enforce}</Badge>;
}

type QuotasTableProps = { rows: QuotaRow[]; nextCursor: string | null; empty: ReactNode; count: ReactNode };

/** All limits; a row opens its limit in the drawer. */
export function QuotasTable({ rows, nextCursor, empty, count }: QuotasTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.table}
      rowId={(row) => row.id}
      rowParam="quota"
      nextCursor={nextCursor}
      empty={empty}
      count={count}
    />
  );
}
