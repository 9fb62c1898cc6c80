import { type Ctx, requireCan } from "@/lib/access";
import { localDay } from "@/lib/kernel/time";
import { exportFileName } from "../core/export-file-name";
import { requireTimeZone, selectionOf } from "../log-selection";
import { type ExportLogsInput, exportLogsInput, USUAL_COLUMNS } from "../schemas";
import { countSelected, type Exported } from "./export.repo";
import { type ExportPiece, writeCsv } from "./write-csv";
import { writeJsonLines } from "./write-json-lines";

/** A file in the making: piece by piece, as its reader takes them. */
export type LogExport = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<ExportPiece>;
};

/** How many logs `exportLogs` would write now, exactly. Throws as it does. */
export async function countExportableLogs(ctx: Ctx, input: ExportLogsInput): Promise<number> {
  requireCan(ctx, "usage:read");
  const { exported } = await readInput(ctx, input);
  return countSelected(ctx, exported);
}

/**
 * Writes the logs that match as a file, newest first, however many there are: CSV with the columns asked for, or JSON
 * Lines in the shapes of the API. It holds a moment's state, and a few rows in memory.
 *
 * Throws `forbidden` when an actor bound to a store asks for another one.
 */
export async function exportLogs(ctx: Ctx, input: ExportLogsInput): Promise<LogExport> {
  requireCan(ctx, "usage:read");
  const { exported, wanted, filters } = await readInput(ctx, input);
  const day = localDay(await requireTimeZone(ctx), ctx.now);
  if (wanted.format === "jsonl") {
    return {
      fileName: exportFileName(filters, { day, extension: "jsonl" }),
      mediaType: "application/x-ndjson; charset=utf-8",
      pieces: writeJsonLines(exported, wanted.messages ?? false),
    };
  }
  const columns = wanted.columns ?? USUAL_COLUMNS;
  return {
    fileName: exportFileName(filters, { day, extension: "csv" }),
    mediaType: "text/csv; charset=utf-8; header=present",
    pieces: writeCsv(exported, { columns, bom: wanted.bom ?? false }),
  };
}

async function readInput(ctx: Ctx, input: ExportLogsInput) {
  const { format, columns, bom, messages, ids, ...wantedFilters } = exportLogsInput.parse(input);
  const exported: Exported = { selection: await selectionOf(ctx, wantedFilters), ids: ids ?? null };
  const { format: _format, columns: _columns, bom: _bom, messages: _messages, ids: _ids, ...filters } = input;
  return { exported, wanted: { format, columns, bom, messages }, filters };
}
