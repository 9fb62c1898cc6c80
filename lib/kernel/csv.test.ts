import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvCell, csvLine } from "./csv";

describe("a cell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tcmd", "\rcmd", '=HYPERLINK("x")'])(
    "%j is text to a spreadsheet",
    (text) => {
      const [[cell = ""] = []] = Papa.parse<string[]>(csvCell(text)).data;
      expect(cell.startsWith("'")).toBe(true);
    },
  );

  it("keeps its row on one line", () => {
    expect(csvCell("a\r\nb\nc")).toBe("a b c");
  });

  it("is empty for nothing", () => {
    expect(csvLine([null, "", "a"])).toBe(",,a\r\n");
  });

  it("is read back as it was by who knows CSV, but for line ends and formulas", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
        const [row] = Papa.parse<string[]>(csvLine(cells).trimEnd(), { delimiter: "," }).data;
        const plain = cells.map((text) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text));
        // trimEnd takes the line end, and blanks that end the last cell with it.
        expect(row?.slice(0, -1)).toEqual(plain.slice(0, -1));
      }),
    );
  });
});
