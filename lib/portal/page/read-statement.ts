import { Temporal } from "temporal-polyfill";
import { csvCell, csvLine } from "@/lib/kernel/csv";
import { creditsToString } from "@/lib/kernel/micros";
import { type EntryRow, listLedger } from "@/lib/wallets";
import { type PageOptions, showsModule } from "../core/options";
import { ctxOfVisit, type Visit } from "../sign-in/portal-visit";
import { type Names, readPageNames } from "./page-names";

const PAGE = 200;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** One line of a statement: an entry of the ledger, in the customer's terms. */
export type StatementLine = Pick<
  EntryRow,
  "id" | "type" | "delta" | "balanceAfter" | "cost" | "fromQuota" | "module" | "operation" | "units" | "note"
> & {
  readonly at: Date;
  /** As the merchant calls the module. */
  readonly moduleName: string | null;
};

type StatementWish = { readonly from: Date; readonly to: Date; readonly options: PageOptions };

/** A calendar month of a zone, as instants `[from, to)`. */
export type StatementMonth = { readonly month: string; readonly from: Date; readonly to: Date };

/** The month that a text names ("2026-11"), else the one that `now` lies in. */
export function statementMonth(text: string | null, now: Date, timeZone: string): StatementMonth {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const named =
    text !== null && MONTH.test(text)
      ? Temporal.PlainYearMonth.from(text)
      : today.toPlainDate().toPlainYearMonth();
  const start = (month: Temporal.PlainYearMonth) =>
    new Date(month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
  return { month: named.toString(), from: start(named), to: start(named.add({ months: 1 })) };
}

/**
 * Every entry of a customer's ledger in a span, newest first, a page of the ledger at a time: what the balance did,
 * and every request, also those that a quota paid.
 */
export async function* readStatement(
  visit: Visit,
  { options, ...span }: StatementWish,
): AsyncGenerator<readonly StatementLine[]> {
  const asker = ctxOfVisit(visit);
  const { customerId } = visit.customer;
  const names = await readPageNames(asker);
  let cursor: string | undefined;
  do {
    const page = await listLedger(asker, {
      externalId: { customerId },
      limit: PAGE,
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      cursor,
    });
    // A bound of ids is wider than the span by what two clocks may differ, and a cursor takes the place of `to`.
    yield page.data
      .map((row) => lineOf(row, names, options))
      .filter(({ at }) => at >= span.from && at < span.to);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Requests of a module that the page does not speak of are there, so that the figures add up; its name is not. */
function lineOf(row: EntryRow, names: Names, options: PageOptions): StatementLine {
  const { id, type, delta, balanceAfter, cost, fromQuota, operation, units, note } = row;
  const module = showsModule(options, row.module) ? row.module : null;
  return {
    id,
    type,
    delta,
    balanceAfter,
    cost,
    fromQuota,
    module,
    moduleName: module === null ? null : (names.modules.get(module) ?? module),
    operation,
    units,
    note,
    at: row.recordedAt,
  };
}

/** A statement as a CSV file (RFC 4180), safe to open in a spreadsheet. Amounts are credits as decimal strings. */
export async function* writeStatementCsv(
  visit: Visit,
  wish: StatementWish,
  header: readonly string[],
): AsyncGenerator<{ text: string }> {
  yield { text: `\uFEFF${csvLine(header)}` };
  for await (const lines of readStatement(visit, wish)) {
    yield { text: lines.map(csvLineOf).join("") };
  }
}

/** Texts are made safe for spreadsheets; amounts are digits of ours and stay numbers, their minus included. */
function csvLineOf(line: StatementLine): string {
  const amount = (value: bigint | null) => (value === null ? "" : creditsToString(value));
  const cells = [
    line.at.toISOString(),
    csvCell(line.type),
    csvCell(line.module),
    csvCell(line.operation),
    line.units === 0n ? "" : String(line.units),
    amount(line.cost),
    amount(line.fromQuota),
    amount(line.delta),
    amount(line.balanceAfter),
    csvCell(line.note === "" ? null : line.note),
    line.id,
  ];
  return `${cells.join(",")}\r\n`;
}
