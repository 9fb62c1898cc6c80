"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Count, Credits, Instant } from "@/components/ui";
import { scoreBand, scorePercent } from "@/lib/logs/schemas";
import type { LogRow } from "./log-row";

const column = columnsOf<LogRow>();

const columns = column.columns([
  column.accessor("at", {
    header: "Time",
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 120, tip: "Latest activity" },
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
    meta: { width: 116, hideBelow: "sm" },
  }),
  column.accessor("preview", {
    header: "Said first",
    cell: ({ row: { original: log } }) => <Preview log={log} />,
  }),
  column.accessor("module", {
    header: "Bot or module",
    cell: ({ row: { original: log } }) => (
      <span data-tip={log.bot === null ? undefined : `${log.bot} · ${log.module}`}>
        {log.bot ?? log.module}
        {log.bot === null ? null : <span className="tg-quiet"> · {log.module}</span>}
      </span>
    ),
    meta: { width: 140, hideBelow: "sm" },
  }),
  column.accessor("model", {
    header: "Model",
    cell: ({ row: { original: log } }) => <span data-tip={log.provider}>{log.model}</span>,
    meta: { width: 128, hideBelow: "md" },
  }),
  column.accessor("messages", {
    header: "Messages",
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 84, align: "right", hideBelow: "lg" },
  }),
  column.accessor("tokens", {
    header: "Tokens",
    cell: ({ getValue }) => <Count value={getValue()} />,
    meta: { width: 88, align: "right", hideBelow: "sm", tip: "Of all kinds, over the whole log" },
  }),
  column.accessor("cost", {
    header: "Credits",
    cell: ({ getValue }) => <Credits micros={getValue()} />,
    meta: { width: 92, align: "right", tip: "What it cost, whoever paid: balance, quota or nobody" },
  }),
]);

/** Marks come before the text, so that no ellipsis hides them. */
function Preview({ log }: { log: LogRow }) {
  return (
    <span className="tg-log-preview" dir="auto">
      {log.failed ? <Badge tone="refused">Failed</Badge> : null}
      {log.unpriced ? <Badge tone="unpriced">Unpriced</Badge> : null}
      {log.bestScore === null ? null : <ScoreMark score={log.bestScore} />}
      {log.preview || <span className="tg-quiet">No text</span>}
    </span>
  );
}

/** In the list only what needs a look is marked: context that was probably not about the question. */
function ScoreMark({ score }: { score: number }) {
  const band = scoreBand(score);
  if (band === "strong" || band === "useful") return null;
  return (
    <Badge tip={`Best score of the context that was used: ${band}`}>{scorePercent(score)}% context</Badge>
  );
}

type LogsTableProps = { rows: LogRow[]; nextCursor: string | null; empty: ReactNode; count: ReactNode };

export function LogsTable({ rows, nextCursor, empty, count }: LogsTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows}
      label="Logs"
      rowId={(log) => log.id}
      rowParam="log"
      nextCursor={nextCursor}
      empty={empty}
      count={count}
    />
  );
}
