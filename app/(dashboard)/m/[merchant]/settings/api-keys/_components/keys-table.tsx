"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, EmptyState, Instant } from "@/components/ui";
import type { KeyRow } from "./is-unused";
import { SCOPE_WORDS, TITLE, WORDS } from "./words";

const column = columnsOf<KeyRow>();

const columns = column.columns([
  column.accessor("name", { header: WORDS.name }),
  column.accessor("scopes", {
    header: WORDS.scopes,
    cell: ({ getValue }) => {
      const words = getValue().map((scope) => SCOPE_WORDS[scope]?.label ?? scope);
      return <span data-tip={words.join(", ")}>{words.join(", ")}</span>;
    },
    meta: { hideBelow: "sm" },
  }),
  column.accessor("store", {
    header: WORDS.store,
    cell: ({ getValue }) => getValue() ?? <span className="tg-quiet">{WORDS.anyStore}</span>,
    meta: { width: 130, hideBelow: "lg" },
  }),
  column.accessor("hint", {
    header: WORDS.ends,
    cell: ({ getValue }) => <span className="tg-mono">…{getValue()}</span>,
    meta: { width: 100, hideBelow: "md" },
  }),
  column.accessor("createdAt", {
    header: WORDS.created,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 132, hideBelow: "lg" },
  }),
  column.accessor("lastUsedAt", {
    header: WORDS.lastUsed,
    cell: ({ row }) => <LastUse apiKey={row.original} />,
    meta: { width: 190 },
  }),
]);

/** When a key was used last, and whether it looks forgotten. */
export function LastUse({ apiKey }: { apiKey: KeyRow }) {
  return (
    <>
      {apiKey.lastUsedAt ? (
        <Instant at={apiKey.lastUsedAt} />
      ) : (
        <span className="tg-quiet">{WORDS.never}</span>
      )}{" "}
      {apiKey.unused ? (
        <Badge tone="held" tip={WORDS.unusedTip}>
          {WORDS.unused}
        </Badge>
      ) : null}
    </>
  );
}

export function KeysTable({ keys, nextCursor }: { keys: KeyRow[]; nextCursor: string | null }) {
  return (
    <DataTable
      columns={columns}
      rows={keys}
      label={TITLE}
      rowId={({ id }) => id}
      rowParam="key"
      nextCursor={nextCursor}
      empty={<EmptyState title={WORDS.empty}>{WORDS.emptyLine}</EmptyState>}
    />
  );
}
