"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant, Marked, useUrlState } from "@/components/ui";
import { excerpt } from "@/lib/logs/core";
import type { LogRow } from "./log-row";
import { ScoreBadge } from "./score-badge";
import { MARKS } from "./words";

// Needed once a row is selected, not before.
const SelectionActions = dynamic(() =>
  import("./selection-actions").then((module) => module.SelectionActions),
);

const column = columnsOf<LogRow>();

const columns = column.columns([
  column.accessor("at", {
    header: "Time",
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 132, tip: "Latest activity", sort: { descending: "latest", ascending: "oldest" } },
  }),
  column.accessor("who", {
    header: "Who",
    cell: ({ row: { original: log } }) => (
      <span
        data-tip={log.guest ? `Session ${log.whoId}` : log.whoId}
        className={log.guest ? "tg-quiet" : undefined}
      >
        {log.who}
      </span>
    ),
    meta: { width: 112, hideBelow: "sm" },
  }),
  column.accessor("preview", { header: "Said first", cell: ({ row }) => <Preview log={row.original} /> }),
  column.accessor("role", { header: "Role", meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("source", { header: "Source", meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("store", { header: "Store", meta: { width: 104, hideBelow: "xxl" } }),
  column.accessor("bot", {
    header: "Bot or form",
    cell: ({ row: { original: log } }) => (
      <span data-tip={log.module}>{log.bot || <span className="tg-quiet">{log.module}</span>}</span>
    ),
    meta: { width: 132, hideBelow: "sm" },
  }),
  column.accessor("module", { header: "Module", meta: { width: 116, hideBelow: "xl" } }),
  column.accessor("provider", { header: "Provider", meta: { width: 100, hideBelow: "sm" } }),
  column.accessor("model", {
    header: "Model",
    cell: ({ row: { original: log } }) => <span data-tip={log.provider}>{log.model}</span>,
    meta: { width: 124, hideBelow: "md" },
  }),
  column.accessor("evidence", {
    header: "Evidence",
    meta: { width: 150, hideBelow: "sm", tip: "How the figures are known; the weakest of its requests" },
  }),
  column.accessor("messages", {
    header: "Messages",
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 88, align: "right", hideBelow: "xl" },
  }),
  column.accessor("bestScore", {
    header: "Context",
    cell: ({ getValue }) => <Score score={getValue()} />,
    meta: { width: 84, align: "right", hideBelow: "lg", tip: "The best vector score of its context" },
  }),
  column.accessor("tokens", {
    header: "Tokens",
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: {
      width: 88,
      align: "right",
      hideBelow: "sm",
      tip: "Of all kinds, over the whole log",
      sort: { descending: "tokens" },
    },
  }),
  column.accessor("cost", {
    header: "Credits",
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: {
      width: 88,
      align: "right",
      tip: "What it cost, whoever paid: balance, quota or nobody",
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
      {log.preview === "" ? <span className="tg-quiet">No text</span> : null}
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

/** The list. Rows are selected to be deleted, so those who may not do that get no boxes. */
export function LogsTable({ merchant, mayDelete, rows, nextCursor, empty, count }: LogsTableProps) {
  const actions = (ids: readonly string[], done: () => void) => (
    <SelectionActions merchant={merchant} ids={ids} mayDelete={mayDelete} onDeleted={done} />
  );
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label="Logs"
      rowId={(log) => log.id}
      rowParam="log"
      defaultSort="latest"
      nextCursor={nextCursor}
      empty={empty}
      count={count}
      {...(mayDelete ? { selectionActions: actions } : {})}
    />
  );
}
