"use client";

import "./data-table.css";
import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { type ReactNode, useRef } from "react";
import { useUrlState } from "@/components/ui/navigation";
import { CURSOR_PARAM } from "@/components/ui/url-params";
import { HeaderCell } from "./header-cell";
import { Pager } from "./pager";
import { useRowKeys } from "./use-row-keys";
import { minimumWidths, type TableKit, tableKit } from "./table-kit";
import { TableRow } from "./table-row";
import { useOverflowMark } from "./use-overflow-mark";

type DataTableProps<Row extends RowData> = {
  /** From `columnsOf<Row>().columns([…])`, at module scope. The first column is the one people look for. */
  columns: ColumnDef<TableKit, Row>[];
  rows: Row[];
  /** What the table lists, for screen readers: "Logs". */
  label: string;
  /** Shown instead of the table when there are no rows: an `<EmptyState>`. */
  empty: ReactNode;
  rowId: (row: Row) => string;
  /** Where a row leads. The whole row opens it; `j`, `k` and Enter work. The first cell must hold plain text. */
  rowHref?: (row: Row) => string;
  /** Or the query parameter that opens a row (its id) in a drawer over this list. */
  rowParam?: string;
  /** The order the database uses when the address names none: "-createdAt". */
  defaultSort?: string;
  density?: "regular" | "compact";
  /** Keyset paging: the cursor of the next page, null on the last. Left out: the list is whole. */
  nextCursor?: string | null;
  /** The honest count, below left: "1,204 logs". */
  count?: ReactNode;
};

/** The one table. The address holds its order and place; while the next page loads, the old rows stay, dimmed. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, nextCursor, count } = props;
  const { params, pending } = useUrlState();
  const nothing = rows.length === 0 && !params.get(CURSOR_PARAM);
  const paged = nextCursor !== undefined || count !== undefined;
  return (
    <div className="tg-table-frame tg-surface" data-pending={pending || undefined} aria-busy={pending}>
      {nothing ? props.empty : <Grid {...props} />}
      {nothing || !paged ? null : <Pager nextCursor={nextCursor ?? null} count={count} />}
    </div>
  );
}

function Grid<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, label, density } = props;
  const table = useTable({ features: tableKit, columns, data: rows, getRowId: rowId });
  const widths = minimumWidths(table.getAllLeafColumns().map((column) => column.columnDef.meta));
  const body = useRef<HTMLTableSectionElement>(null);
  const frame = useOverflowMark();
  const { hrefOf, openId, sort } = useTableState(props);
  useRowKeys(body);
  return (
    <div className="tg-table-scroll" ref={frame}>
      <table className="tg-table" data-density={density} aria-label={label} style={widths}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell key={header.id} meta={header.column.columnDef.meta} sort={sort}>
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          ))}
        </thead>
        <tbody ref={body}>
          {table.getRowModel().rows.map((row) => (
            <TableRow
              key={row.id}
              href={hrefOf(row.original)}
              open={row.id === openId}
              cells={row.getAllCells().map((cell) => ({
                id: cell.id,
                meta: cell.column.columnDef.meta,
                content: <table.FlexRender cell={cell} />,
              }))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the address says of a table: its order, where each row leads, and which one is open. */
function useTableState<Row extends RowData>({ rowHref, rowParam, rowId, defaultSort }: DataTableProps<Row>) {
  const { params, hrefBeside } = useUrlState();
  const hrefOf = (row: Row): string | null => {
    if (rowHref) return rowHref(row);
    return rowParam ? hrefBeside({ [rowParam]: rowId(row) }) : null;
  };
  const openId = rowParam ? params.get(rowParam) : null;
  return { hrefOf, openId, sort: params.get("sort") ?? defaultSort ?? null };
}
