import { createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";
import type { ColumnSort } from "./sort-order";

/** What a column may say about itself beside its header and cell. */
export type ColumnMeta = {
  /** Numbers stand right. */
  align?: "right";
  /** Width in px. Without it the column takes its share of what is left, at least 140. */
  width?: number;
  /** The exact meaning of the figure, behind the header. */
  tip?: string;
  /** The key the database sorts by; the header becomes a link that sets `?sort=key` or `?sort=-key`. */
  sort?: ColumnSort;
  /** Leaves the table on narrow screens: below 720, 1,024, 1,280, 1,536 or 1,760 px. */
  hideBelow?: "sm" | "md" | "lg" | "xl" | "xxl";
};

/** The table features this product uses. Sorting, filtering and paging happen in the database, not here. */
export const tableKit = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });

export type TableKit = typeof tableKit;

/** The typed column helper of a row: call it at module scope, the table needs a stable list. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<TableKit, Row>();
}

const FLEXIBLE_MINIMUM = 120;

/**
 * The least width (px) the columns need, per screen width from which they show, as CSS variables: the stylesheet
 * adds up those that are visible, and below the sum the table scrolls sideways.
 */
export function minimumWidths(columns: readonly (ColumnMeta | undefined)[]): Record<string, string> {
  const sumOf = (hideBelow: ColumnMeta["hideBelow"]) =>
    columns
      .filter((meta) => meta?.hideBelow === hideBelow)
      .reduce((sum, meta) => sum + (meta?.width ?? FLEXIBLE_MINIMUM), 0);
  return {
    "--tg-need": `${sumOf(undefined)}px`,
    "--tg-need-sm": `${sumOf("sm")}px`,
    "--tg-need-md": `${sumOf("md")}px`,
    "--tg-need-lg": `${sumOf("lg")}px`,
    "--tg-need-xl": `${sumOf("xl")}px`,
    "--tg-need-xxl": `${sumOf("xxl")}px`,
  };
}
