"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Count, EmptyState, Instant } from "@/components/ui";
import type { RegistryRow } from "./registry-row";
import { KIND_WORDS, REGISTRY_WORDS, type RegistryKind } from "./registry-words";

const column = columnsOf<RegistryRow>();

const name = column.accessor("name", { header: REGISTRY_WORDS.name });
const id = column.accessor("id", {
  header: REGISTRY_WORDS.id,
  cell: ({ getValue }) => <span className="tg-mono">{getValue()}</span>,
  meta: { hideBelow: "sm" },
});
const url = column.accessor("url", { header: REGISTRY_WORDS.url, meta: { hideBelow: "md" } });
const module = column.accessor("module", {
  header: REGISTRY_WORDS.module,
  meta: { width: 140, hideBelow: "md" },
});
const requests = column.accessor("requests", {
  header: REGISTRY_WORDS.requests,
  cell: ({ getValue }) => <Count value={getValue() ?? 0} />,
  meta: { width: 150, align: "right", tip: REGISTRY_WORDS.requestsTip },
});
const added = column.accessor("createdAt", {
  header: REGISTRY_WORDS.added,
  cell: ({ getValue }) => <Instant at={getValue()} />,
  meta: { width: 140, hideBelow: "lg" },
});

const COLUMNS = {
  stores: column.columns([name, id, url, added, requests]),
  modules: column.columns([name, id, added, requests]),
  bots: column.columns([name, id, module, added, requests]),
  forms: column.columns([name, id, module, added]),
} as const;

type RegistryTableProps = { kind: RegistryKind; rows: RegistryRow[]; nextCursor: string | null };

/** Stores, modules, bots or forms. A row opens what can be done with it. */
export function RegistryTable({ kind, rows, nextCursor }: RegistryTableProps) {
  const { title, empty, emptyLine } = KIND_WORDS[kind];
  return (
    <DataTable
      columns={COLUMNS[kind]}
      rows={rows}
      label={title}
      rowId={(row) => row.id}
      rowParam="entry"
      nextCursor={nextCursor}
      empty={<EmptyState title={empty}>{emptyLine}</EmptyState>}
    />
  );
}
