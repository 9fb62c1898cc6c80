/** How one person likes to see a table: which columns, and how close the rows. Kept in a cookie of this browser. */
export type TableView = {
  /** The columns to show; null: the usual ones, as far as the screen has room. */
  readonly columns: readonly string[] | null;
  readonly density: "regular" | "compact";
};

export type ColumnChoice = { readonly id: string; readonly label: string; readonly usual: boolean };

export const USUAL_VIEW: TableView = { columns: null, density: "regular" };

const COLUMN_SEPARATOR = ".";
const PART_SEPARATOR = "~";
const COMPACT = "compact";

/** The cookie that keeps a table's view. The server reads it, so that the first paint is right. */
export function viewCookie(table: string): string {
  return `view-${table}`;
}

/** The view a cookie holds; one that nobody wrote, or that somebody edited, is the usual view. */
export function readTableView(text: string | undefined): TableView {
  const [density, columns = ""] = (text ?? "").split(PART_SEPARATOR);
  return {
    density: density === COMPACT ? COMPACT : "regular",
    columns: /^[\w-]+(\.[\w-]+)*$/.test(columns) ? columns.split(COLUMN_SEPARATOR) : null,
  };
}

export function writeTableView({ columns, density }: TableView): string {
  return `${density}${PART_SEPARATOR}${columns?.join(COLUMN_SEPARATOR) ?? ""}`;
}

/** Whether a column is on. Without a choice of the person it is when it is one of the usual ones. */
export function isShown({ columns }: TableView, { id, usual }: ColumnChoice): boolean {
  return columns ? columns.includes(id) : usual;
}

/** The view after one column was switched; a table keeps at least one, and the usual set is no choice at all. */
export function switchColumn(view: TableView, choices: readonly ColumnChoice[], id: string): TableView {
  const on = (choice: ColumnChoice) => (choice.id === id ? !isShown(view, choice) : isShown(view, choice));
  const shown = choices.filter(on);
  if (shown.length === 0) return view;
  const usual = choices.every((choice) => on(choice) === choice.usual);
  return { ...view, columns: usual ? null : shown.map((choice) => choice.id) };
}
