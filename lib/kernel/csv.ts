const PLAIN = /^(?![=+\-@\t])[^",\r\n]*$/;
const NEEDS_QUOTES = /[",]/;
const LINE_ENDS = /[\r\n]+/g;
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A text as a cell (RFC 4180): a text that a spreadsheet would run gets an apostrophe in front, line ends become
 * spaces, so that a row is a line, and quotes are doubled.
 */
export function csvCell(text: string | null): string {
  if (text === null) return "";
  if (PLAIN.test(text)) return text;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const line = safe.replace(LINE_ENDS, " ");
  return NEEDS_QUOTES.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** A row as a line. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
