"use client";

import "./data-table.css";
import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { type ReactNode, useRef } from "react";
import { useUrlState } from "@/components/ui/navigation";
import { CURSOR_PARAM } from "@/components/ui/url-params";
import { HeaderCell } from "./header-cell";
import { Pager } from "./pager";
import { SelectAllCell, SelectionBar } from "./selection-bar";
import { type ColumnMeta, minimumWidths, type TableKit, tableKit } from "./table-kit";
import { TableRow } from "./table-row";
import { useTableView } from "./table-view-provider";
import { useOverflowMark } from "./use-overflow-mark";
import { useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";

type DataTableProps<Row extends RowData> = {
  /** From `columnsOf<Row>().columns([…])`, at module scope. The first column is the one people look for. */
  columns: ColumnDef<TableKit, Row>[];
  rows: Row[];
  /** What the table lists, for screen readers: "Logs". */
  label: string;
  /** Shown instead of the table when there are no rows: an `<EmptyState>`. */
  empty: ReactNode;
  rowId: (row: Row) => string;
  /** Where a row leads; null: nowhere. The whole row opens it; `j`, `k` and Enter work. The first cell must hold plain text. */
  rowHref?: (row: Row) => string | null;
  /** Or the query parameter that opens a row (its id) in a drawer over this list. */
  rowParam?: string;
  /** The order the database uses when the address names none: "-createdAt". */
  defaultSort?: string;
  /** Keyset paging: the cursor of the next page, null on the last. Left out: the list is whole. */
  nextCursor?: string | null;
  /** The honest count, below left: "1,204 logs". */
  count?: ReactNode;
  /** What can be done with selected rows; with it, every row gets a box to tick. Told their ids. */
  selectionActions?: (ids: readonly string[], done: () => void) => ReactNode;
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
  const { columns, rows, rowId, label, selectionActions } = props;
  const table = useTable({ features: tableKit, columns, data: rows, getRowId: rowId });
  const view = useTableView();
  const visible = <Part extends { column: { id: string } }>(parts: readonly Part[]) =>
    parts.filter(({ column }) => !view.isHidden(column.id));
  const headers = visible(table.getHeaderGroups()[0]?.headers ?? []);
  const widths = minimumWidths(headers.map(({ column }) => metaIn(view, column.columnDef.meta)));
  const body = useRef<HTMLTableSectionElement>(null);
  const frame = useOverflowMark();
  const { hrefOf, openId, sort } = useTableState(props);
  const all = useSelection(rows.map(rowId));
  const selection = selectionActions ? all : null;
  useRowKeys(body);
  return (
    <>
      {selection && selectionActions ? (
        <SelectionBar selection={selection}>
          {selectionActions(selection.selected, selection.clear)}
        </SelectionBar>
      ) : null}
      <div className="tg-table-scroll" ref={frame}>
        <table
          className="tg-table"
          data-density={view.density}
          data-selectable={selection ? true : undefined}
          aria-label={label}
          style={widths}
        >
          <thead>
            <tr>
              {selection ? <SelectAllCell selection={selection} /> : null}
              {headers.map((header) => (
                <HeaderCell key={header.id} meta={metaIn(view, header.column.columnDef.meta)} sort={sort}>
                  {header.isPlaceholder ? null : <table.FlexRender header={header} />}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {table.getRowModel().rows.map((row) => (
              <TableRow
                key={row.id}
                id={row.id}
                href={hrefOf(row.original)}
                open={row.id === openId}
                selection={selection}
                cells={visible(row.getAllCells()).map((cell) => ({
                  id: cell.id,
                  meta: metaIn(view, cell.column.columnDef.meta),
                  content: <table.FlexRender cell={cell} />,
                }))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Columns that somebody chose leave the table on phones alone; elsewhere it scrolls. */
function metaIn({ chosen }: { chosen: boolean }, meta: ColumnMeta | undefined): ColumnMeta | undefined {
  if (!chosen || meta?.hideBelow === undefined || meta.hideBelow === "sm") return meta;
  return { ...meta, hideBelow: "sm" };
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
