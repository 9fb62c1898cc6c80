import { type Ctx, requireCan } from "@/lib/access";
import { csvCell, csvLine } from "@/lib/kernel/csv";
import { creditsToString } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import { readSql } from "@/lib/db";
import type { LedgerQuery } from "../list-ledger";
import { ledgerQuery } from "../schemas";
import { countEntries, type Exported, streamEntries } from "./export.repo";
import { ledgerSelection } from "./ledger-selection";

/** A file in the making: piece by piece, as its reader takes them. */
export type LedgerExport = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<LedgerPiece>;
};

/** A part of the file, and how many entries it holds. */
type LedgerPiece = { readonly text: string; readonly rows: number };

export type ExportLedgerInput = Omit<LedgerQuery, "limit" | "cursor">;

export const LEDGER_COLUMNS = [
  "recordedAt",
  "occurredAt",
  "type",
  "actorKind",
  "actor",
  "customer",
  "customerName",
  "module",
  "operation",
  "provider",
  "model",
  "credits",
  "balanceAfter",
  "cost",
  "fromQuota",
  "units",
  "rule",
  "ruleVersion",
  "note",
  "references",
  "id",
] as const;

/** Columns that come as micro-credits and are written as credits. */
const AMOUNTS = new Set(["credits", "balanceAfter", "cost", "fromQuota"]);

/**
 * Writes the entries that match as CSV (RFC 4180, UTF-8), newest first, however many there are: a moment's state, with
 * a few rows in memory. A text that a spreadsheet would run gets an apostrophe in front. Throws `not_found` for an
 * unknown customer.
 */
export async function exportLedger(ctx: Ctx, query: ExportLedgerInput): Promise<LedgerExport> {
  requireCan(ctx, "usage:read");
  const selection = await selectionOf(ctx, query);
  const { timeZone } = await loadSettings(readSql(), ctx.merchantId);
  return {
    fileName: `ledger_${localDay(timeZone, ctx.now)}.csv`,
    mediaType: "text/csv; charset=utf-8; header=present",
    pieces: write(selection),
  };
}

/** How many entries `exportLedger` would write now, exactly. Throws as it does. */
export async function countExportableEntries(ctx: Ctx, query: ExportLedgerInput): Promise<number> {
  requireCan(ctx, "usage:read");
  return countEntries(await selectionOf(ctx, query));
}

function selectionOf(by: Ctx, { externalId, ...filters }: ExportLedgerInput): Promise<Exported> {
  return ledgerSelection(by, externalId, ledgerQuery.parse(filters));
}

async function* write(selection: Exported): AsyncGenerator<LedgerPiece> {
  let text = csvLine([...LEDGER_COLUMNS]);
  for await (const rows of streamEntries(selection)) {
    yield { text: text + rows.map(lineOf).join(""), rows: rows.length };
    text = "";
  }
  if (text !== "") yield { text, rows: 0 };
}

/** An amount is a number, also a negative one: it is written so that it can be added up. */
function lineOf(row: readonly (string | null)[]): string {
  const cells = LEDGER_COLUMNS.map((column, place) => {
    const value = row[place] ?? null;
    if (!AMOUNTS.has(column)) return csvCell(value);
    return value === null ? "" : creditsToString(BigInt(value));
  });
  return `${cells.join(",")}\r\n`;
}
