"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant, Marked, useUrlState } from "@/components/ui";
import { excerpt } from "@/lib/logs/core";
import type { LogRow } from "./log-row";
import { ScoreBadge } from "./score-badge";
import { COLUMNS, COLUMN_TIPS, LIST, MARKS, PAGE } from "./words";

// Needed once a row is selected, not before.
const SelectionActions = dynamic(() =>
  import("./selection-actions").then((module) => module.SelectionActions),
);

const column = columnsOf<LogRow>();

const columns = column.columns([
  column.accessor("at", {
    header: COLUMNS.at,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 132, tip: COLUMN_TIPS.at, sort: { descending: "latest", ascending: "oldest" } },
  }),
  column.accessor("who", {
    header: COLUMNS.who,
    cell: ({ row: { original: log } }) => (
      <span
        data-tip={log.guest ? COLUMN_TIPS.session(log.whoId) : log.whoId}
        className={log.guest ? "tg-quiet" : undefined}
      >
        {log.who}
      </span>
    ),
    meta: { width: 112, hideBelow: "sm" },
  }),
  column.accessor("preview", { header: COLUMNS.preview, cell: ({ row }) => <Preview log={row.original} /> }),
  column.accessor("role", { header: COLUMNS.role, meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("source", { header: COLUMNS.source, meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("store", { header: COLUMNS.store, meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("bot", {
    header: COLUMNS.bot,
    cell: ({ row: { original: log } }) => (
      <span data-tip={log.module}>{log.bot || <span className="tg-quiet">{log.module}</span>}</span>
    ),
    meta: { width: 132, hideBelow: "sm" },
  }),
  column.accessor("module", { header: COLUMNS.module, meta: { width: 116, hideBelow: "xl" } }),
  column.accessor("provider", { header: COLUMNS.provider, meta: { width: 100, hideBelow: "sm" } }),
  column.accessor("model", {
    header: COLUMNS.model,
    cell: ({ row: { original: log } }) => <span data-tip={log.provider}>{log.model}</span>,
    meta: { width: 124, hideBelow: "md" },
  }),
  column.accessor("evidence", {
    header: COLUMNS.evidence,
    meta: { width: 150, hideBelow: "sm", tip: COLUMN_TIPS.evidence },
  }),
  column.accessor("messages", {
    header: COLUMNS.messages,
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 88, align: "right", hideBelow: "xl" },
  }),
  column.accessor("bestScore", {
    header: COLUMNS.bestScore,
    cell: ({ getValue }) => <Score score={getValue()} />,
    meta: { width: 84, align: "right", hideBelow: "lg", tip: COLUMN_TIPS.bestScore },
  }),
  column.accessor("tokens", {
    header: COLUMNS.tokens,
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: {
      width: 88,
      align: "right",
      hideBelow: "sm",
      tip: COLUMN_TIPS.tokens,
      sort: { descending: "tokens" },
    },
  }),
  column.accessor("cost", {
    header: COLUMNS.cost,
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: {
      width: 88,
      align: "right",
      tip: COLUMN_TIPS.cost,
      sort: { descending: "cost" },
    },
  }),
]);

/** Marks come before the text, so that no ellipsis hides them. */
function Preview({ log }: { log: LogRow }) {
  const { params } = useUrlState();
  const search = params.get("search");
  return (
    <span className="tg-log-preview" dir="auto">
      {log.failed ? <Badge tone="refused">{MARKS.failed.label}</Badge> : null}
      {log.unpriced ? <Badge tone="unpriced">{MARKS.unpriced.label}</Badge> : null}
      {log.overdrawn ? (
        <Badge tone="refused" tip={MARKS.overdraft.tip}>
          {MARKS.overdraft.label}
        </Badge>
      ) : null}
      {log.imported ? <Badge tip={MARKS.imported.tip}>{MARKS.imported.label}</Badge> : null}
      {log.preview === "" ? <span className="tg-quiet">{LIST.noText}</span> : null}
      {search ? <Marked segments={excerpt(log.preview, search)} /> : log.preview}
    </span>
  );
}

function Score({ score }: { score: number | null }) {
  return score === null ? null : <ScoreBadge score={score} />;
}

type LogsTableProps = {
  merchant: string;
  /** Whether the member may delete logs. */
  mayDelete: boolean;
  rows: LogRow[];
  nextCursor: string | null;
  empty: ReactNode;
  count: ReactNode;
};

/** The list. Selected rows can be exported, and deleted by those who may. */
export function LogsTable({ merchant, mayDelete, rows, nextCursor, empty, count }: LogsTableProps) {
  const actions = (ids: readonly string[], done: () => void) => (
    <SelectionActions merchant={merchant} ids={ids} mayDelete={mayDelete} onDeleted={done} />
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label={PAGE.title}
      rowId={(log) => log.id}
      rowParam="log"
      defaultSort="latest"
      nextCursor={nextCursor}
      empty={empty}
      count={count}
      selectionActions={actions}
    />
  );
}
