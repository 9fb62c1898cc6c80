import type { TextRow } from "@/lib/db";
import { csvLine } from "../core/csv";
import type { ExportColumn } from "../schemas";
import { cellWriters, COLUMNS } from "./export-columns";
import { type Exported, streamSelected } from "./export.repo";

/** Some of a file, and how many logs are in it. */
export type ExportPiece = { readonly text: string; readonly logs: number };

const BYTE_ORDER_MARK = "\uFEFF";

type CsvForm = { readonly columns: readonly ExportColumn[]; readonly bom: boolean };

/** CSV as RFC 4180 has it, with a header. */
export async function* writeCsv(exported: Exported, { columns, bom }: CsvForm): AsyncGenerator<ExportPiece> {
  const header = csvLine(columns.map((column) => COLUMNS[column].header));
  const writers = cellWriters(columns);
  const expressions = columns.map((column) => COLUMNS[column].sql);
  let text = (bom ? BYTE_ORDER_MARK : "") + header;
  for await (const rows of streamSelected(exported, expressions)) {
    yield { text: text + linesOf(rows, writers), logs: rows.length };
    text = "";
  }
  if (text !== "") yield { text, logs: 0 };
}

type CellWriter = (text: string | null) => string;

function linesOf(rows: readonly TextRow[], writers: readonly CellWriter[]): string {
  let text = "";
  for (const row of rows) {
    let separator = "";
    for (const [index, write] of writers.entries()) {
      text += separator + write(row[index] ?? null);
      separator = ",";
    }
    text += "\r\n";
  }
  return text;
}
