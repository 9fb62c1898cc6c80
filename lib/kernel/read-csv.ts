/**
 * Reads CSV (RFC 4180) as lines of cells: quoted cells may hold separators, line ends and doubled quotes. The separator
 * is comma or semicolon, whichever the first line has more of; a byte order mark is left out.
 */
export function readCsv(file: string): string[][] {
  const text = file.replace(/^\uFEFF/, "");
  const [first = ""] = text.split(/\r?\n/, 1);
  const separator = first.split(";").length > first.split(",").length ? ";" : ",";
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    lines.at(-1)?.push(cell);
    const sign = text.charAt(end);
    if (sign === "\n") lines.push([]);
    at = end + 1;
  }
  return lines.filter((line, place) => place === 0 || line.length > 1 || line[0] !== "");
}

type Cell = { readonly cell: string; /** The separator or line end after it. */ readonly end: number };

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text.charAt(end) !== separator && text.charAt(end) !== "\n") end += 1;
  return { cell: text.slice(from, end).replace(/\r$/, ""), end };
}

function quotedCell(text: string, from: number): Cell {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const end = text.slice(quote + 1).search(/[,;\n]/);
      return { cell, end: end === -1 ? text.length : quote + 1 + end };
    }
    cell += '"';
    at = quote + 2;
  }
}
