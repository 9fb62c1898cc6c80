"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { EmptyState, Instant } from "@/components/ui";
import type { AuditEvent } from "@/lib/audit";
import { ACTOR_WORDS, actionWords, TITLE, WORDS } from "./words";

const column = columnsOf<AuditEvent>();

const columns = column.columns([
  column.accessor("at", {
    header: WORDS.when,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 140 },
  }),
  column.accessor((event) => event.actor.label, {
    id: "who",
    header: WORDS.who,
    cell: ({ row: { original: event } }) => (
      <span data-tip={ACTOR_WORDS[event.actor.kind] ?? event.actor.kind}>{event.actor.label}</span>
    ),
    meta: { width: 170 },
  }),
  column.accessor("action", {
    header: WORDS.what,
    cell: ({ getValue }) => <span data-tip={getValue()}>{actionWords(getValue())}</span>,
  }),
  column.accessor("entityId", {
    header: WORDS.on,
    cell: ({ getValue }) => <span className="tg-mono tg-quiet">{getValue()}</span>,
    meta: { hideBelow: "md" },
  }),
]);

type AuditTableProps = { events: AuditEvent[]; nextCursor: string | null; filtered: boolean };

export function AuditTable({ events, nextCursor, filtered }: AuditTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={events}
      label={TITLE}
      rowId={({ id }) => id}
      rowParam="event"
      nextCursor={nextCursor}
      empty={
        <EmptyState title={filtered ? WORDS.emptyFiltered : WORDS.empty}>
          {filtered ? WORDS.emptyFilteredLine : WORDS.emptyLine}
        </EmptyState>
      }
    />
  );
}
