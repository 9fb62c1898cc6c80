import { csvLine } from "@/lib/kernel/csv";
import type { ExportColumn } from "../schemas";
import { cellWriters, COLUMNS } from "./export-columns";
import { type Exported, streamSelected } from "./export.repo";

/** Some of a file, and how many rows it holds. */
export type ExportPiece = { readonly text: string; readonly rows: number };

const BYTE_ORDER_MARK = "\uFEFF";

type CsvForm = { readonly columns: readonly ExportColumn[]; readonly bom: boolean };

/** CSV as RFC 4180 has it, with a header. */
export async function* writeCsv(exported: Exported, { columns, bom }: CsvForm): AsyncGenerator<ExportPiece> {
  const header = csvLine(columns.map((column) => COLUMNS[column].header));
  const writers = cellWriters(columns);
  const values = columns.map((column) => ({
    sql: COLUMNS[column].sql,
    free: COLUMNS[column].kind === "text",
  }));
  let text = (bom ? BYTE_ORDER_MARK : "") + header;
  for await (const rows of streamSelected(exported, values)) {
    yield { text: text + linesOf(rows, writers), rows: rows.length };
    text = "";
  }
  if (text !== "") yield { text, rows: 0 };
}

type CellWriter = (text: string) => string;

function linesOf(rows: readonly (readonly string[])[], writers: readonly CellWriter[]): string {
  let text = "";
  for (const row of rows) {
    for (let index = 0; index < writers.length; index++) {
      if (index > 0) text += ",";
      text += writers[index]?.(row[index] ?? "") ?? "";
    }
    text += "\r\n";
  }
  return text;
}
