"use client";

import type { ReactNode } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Badge, Credits, Instant } from "@/components/ui";
import type { BalanceRow } from "./balance-row";
import { USUAL_ORDER } from "./balances-query";
import { EditBalance } from "./edit-balance";
import { RowActions } from "./row-actions";
import { UsageCell } from "./usage-cell";
import { COLUMNS, MARKS, WORDS } from "./words";

type Rights = { readonly edit: boolean; readonly reset: boolean };
type Row = BalanceRow & { readonly merchant: string; readonly rights: Rights };

const column = columnsOf<Row>();

const columns = column.columns([
  column.accessor("name", {
    header: COLUMNS.customer,
    cell: ({ row: { original: row } }) => <Who row={row} />,
    meta: { sort: { descending: "name", ascending: "-name" } },
  }),
  column.accessor("total", {
    header: COLUMNS.balance,
    cell: ({ row: { original: row } }) =>
      row.rights.edit ? (
        <EditBalance merchant={row.merchant} customer={row.id} name={row.name} total={row.total} />
      ) : (
        <Credits micros={row.total} />
      ),
    meta: { width: 116, align: "right", tip: COLUMNS.balanceTip, sort: "balance" },
  }),
  column.accessor("held", {
    header: COLUMNS.held,
    cell: ({ getValue }) => (getValue() === 0n ? null : <Credits micros={getValue()} />),
    meta: { width: 76, align: "right", tip: COLUMNS.heldTip, hideBelow: "md" },
  }),
  column.accessor("usage", {
    header: COLUMNS.usage,
    cell: ({ getValue }) => <UsageCell usage={getValue()} />,
    meta: { width: 256, tip: COLUMNS.usageTip, hideBelow: "sm" },
  }),
  column.accessor("lastUsedAt", {
    header: COLUMNS.used,
    cell: ({ getValue }) => <At at={getValue()} />,
    meta: { width: 124, sort: "used", hideBelow: "md" },
  }),
  column.accessor("lastResetAt", {
    header: COLUMNS.reset,
    cell: ({ getValue }) => <At at={getValue()} />,
    meta: { width: 124, tip: COLUMNS.resetTip, hideBelow: "xl" },
  }),
  column.display({
    id: "actions",
    header: COLUMNS.actions,
    cell: ({ row: { original: row } }) => (
      <RowActions merchant={row.merchant} customer={row.id} name={row.name} mayReset={row.rights.reset} />
    ),
    meta: { width: 108, align: "right", hideBelow: "sm" },
  }),
]);

/** Marks come after the name, so that names stay under each other. */
function Who({ row }: { row: Row }) {
  return (
    <span className="tg-balance-who" data-tip={row.email ?? row.id}>
      <span className="tg-cut" dir="auto">
        {row.name}
      </span>
      {row.email ? <span className="tg-quiet tg-cut">{row.email}</span> : null}
      {row.frozen ? <Badge tone="refused">{MARKS.frozen.label}</Badge> : null}
      {row.total < 0n ? <Badge tone="refused">{MARKS.debt.label}</Badge> : null}
      {row.overdraft > 0n ? <Badge tone="refused">{MARKS.overdraft.label}</Badge> : null}
    </span>
  );
}

function At({ at }: { at: Date | null }) {
  return at === null ? <span className="tg-quiet">–</span> : <Instant at={at} />;
}

type BalancesTableProps = {
  merchant: string;
  rights: Rights;
  rows: readonly BalanceRow[];
  nextCursor: string | null;
  empty: ReactNode;
  count: ReactNode;
};

/** The customers with what they hold; a click on a balance changes it, one elsewhere opens the customer. */
export function BalancesTable({ merchant, rights, rows, nextCursor, empty, count }: BalancesTableProps) {
  return (
    <DataTable
      columns={columns}
      rows={rows.map((row) => ({ ...row, merchant, rights }))}
      label={WORDS.table}
      rowId={(row) => row.id}
      rowParam="customer"
      defaultSort={USUAL_ORDER}
      nextCursor={nextCursor}
      empty={empty}
      count={count}
    />
  );
}
