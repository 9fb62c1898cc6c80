"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Credits, EmptyState, Instant } from "@/components/ui";
import type { ExplainedRow } from "./explained-row";
import { WORDS } from "./words";

const column = columnsOf<ExplainedRow>();

const columns = column.columns([
  column.accessor("name", { header: WORDS.columns.who, meta: { width: 140 } }),
  column.accessor("verdict", {
    header: WORDS.columns.verdict,
    cell: ({ row: { original: row } }) => <Verdict row={row} />,
    meta: { width: 150 },
  }),
  column.accessor("where", { header: WORDS.columns.where, meta: { hideBelow: "md" } }),
  column.accessor("limit", {
    header: WORDS.columns.limit,
    cell: ({ getValue }) => <Limit limit={getValue()} />,
    meta: { width: 96, align: "right", hideBelow: "sm" },
  }),
  column.accessor("used", {
    header: WORDS.used,
    cell: ({ row: { original: row } }) => (counts(row) ? <Credits micros={row.used} /> : null),
    meta: { width: 88, align: "right", hideBelow: "sm", tip: WORDS.usedTip },
  }),
  column.accessor("remaining", {
    header: WORDS.left,
    cell: ({ getValue }) => <Left remaining={getValue()} />,
    meta: { width: 88, align: "right" },
  }),
  column.accessor("resetsAt", {
    header: WORDS.resets,
    cell: ({ getValue }) => <Reset at={getValue()} />,
    meta: { width: 124, hideBelow: "lg" },
  }),
  column.accessor("why", {
    header: WORDS.why,
    cell: ({ getValue }) => <span data-tip={getValue()}>{getValue()}</span>,
    meta: { width: 260, hideBelow: "sm" },
  }),
]);

function counts({ verdict }: ExplainedRow): boolean {
  return verdict === "binds" || verdict === "observes";
}

function Verdict({ row }: { row: ExplainedRow }) {
  if (row.tightest) {
    return (
      <Badge tone="accent" tip={row.why}>
        {WORDS.first}
      </Badge>
    );
  }
  const tone = row.verdict === "binds" ? "credit" : row.verdict === "observes" ? "quota" : "neutral";
  return (
    <Badge tone={tone} tip={row.why}>
      {WORDS.verdicts[row.verdict]}
    </Badge>
  );
}

function Limit({ limit }: { limit: bigint | null }) {
  if (limit === null) return WORDS.unlimitedShort;
  return limit === 0n ? WORDS.closed : <Credits micros={limit} />;
}

function Left({ remaining }: { remaining: bigint | null }) {
  return remaining === null ? null : <Credits micros={remaining} />;
}

function Reset({ at }: { at: Date | null }) {
  return at === null ? <span className="tg-quiet">{WORDS.never}</span> : <Instant at={at} />;
}

type ExplainedTableProps = { merchant: string; timeZone: string; rows: ExplainedRow[] };

/** Every limit, those that count first; a row opens its settings. */
export function ExplainedTable({ merchant, rows }: ExplainedTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={WORDS.list}
      rowId={(row) => row.id}
      rowHref={(row) => `/m/${merchant}/limits?quota=${row.id}`}
      empty={<EmptyState title={WORDS.noLimitsTitle}>{WORDS.noLimits}</EmptyState>}
    />
  );
}
