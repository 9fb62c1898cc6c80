import { createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";

/** What a column may say about itself beside its header and cell. */
export type ColumnMeta = {
  /** Numbers stand right. */
  align?: "right";
  /** CSS width: "120px", "30%". Without it the column shares what is left. */
  width?: string;
  /** The exact meaning of the figure, behind the header. */
  tip?: string;
  /** The key the database sorts by; the header becomes a link that sets `?sort=key` or `?sort=-key`. */
  sort?: string;
  /** Leaves the table on narrow screens: below 720, 1,024 or 1,280 px. */
  hideBelow?: "sm" | "md" | "lg";
};

/** The table features this product uses. Sorting, filtering and paging happen in the database, not here. */
export const tableKit = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

export type TableKit = typeof tableKit;

/** The typed column helper of a row: call it at module scope, the table needs a stable list. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<TableKit, Row>();
}
