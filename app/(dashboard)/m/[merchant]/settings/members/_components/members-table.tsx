"use client";

import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, EmptyState, Instant } from "@/components/ui";
import type { MemberRow } from "./member-row";
import { ROLE_WORDS, TITLE, WORDS } from "./words";

const column = columnsOf<MemberRow>();

const columns = column.columns([
  column.accessor((member) => member.name ?? member.email, {
    id: "who",
    header: "Who",
    cell: ({ row: { original: member } }) => member.name ?? member.email,
  }),
  column.accessor("email", { header: WORDS.email, meta: { hideBelow: "sm" } }),
  column.accessor("role", {
    header: WORDS.role,
    cell: ({ getValue }) => ROLE_WORDS[getValue()]?.label ?? getValue(),
    meta: { width: 110 },
  }),
  column.accessor("invited", {
    header: WORDS.state,
    cell: ({ row }) => <State member={row.original} />,
    meta: { width: 150 },
  }),
  column.accessor("createdAt", {
    header: WORDS.since,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 140, hideBelow: "md" },
  }),
]);

/** How far somebody is on their way in. */
export function State({ member }: { member: MemberRow }) {
  if (member.self) return <Badge tone="neutral">{WORDS.you}</Badge>;
  if (!member.invited) return <span className="tg-quiet">{WORDS.signsIn}</span>;
  return member.expired ? (
    <Badge tone="refused">{WORDS.over}</Badge>
  ) : (
    <Badge tone="held">{WORDS.pending}</Badge>
  );
}

export function MembersTable({ members, nextCursor }: { members: MemberRow[]; nextCursor: string | null }) {
  return (
    <DataTable
      columns={columns}
      rows={members}
      label={TITLE}
      rowId={({ id }) => id}
      rowParam="member"
      nextCursor={nextCursor}
      empty={<EmptyState title={WORDS.empty} />}
    />
  );
}
