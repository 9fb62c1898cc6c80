import type { Parser, ParseResult } from "papaparse";
import { ROWS_PER_PART } from "@/lib/imports/schemas";
import { IMPORT } from "./words";

/** The beginning of a file: its header and a few rows. */
export type ImportSample = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const SAMPLE_ROWS = 5;
/** So much text travels in one request. */
const MOST_CHARACTERS = 400_000;
const CHUNK_BYTES = 256 * 1_024;

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === "");

/** Reads the beginning of a CSV file. Throws with words for what is no such file. */
export async function readSample(file: File): Promise<ImportSample> {
  const { default: Papa } = await import("papaparse");
  const { data } = await new Promise<ParseResult<string[]>>((resolve, reject) => {
    Papa.parse<string[]>(file, { preview: SAMPLE_ROWS + 1, complete: resolve, error: reject });
  });
  const [header, ...rows] = data.filter((row) => !isBlank(row));
  if (!header || rows.length === 0) throw new Error(IMPORT.noRows);
  return { header, rows };
}

type SendPart = (part: { sequence: number; firstRow: number; rows: string[][] }) => Promise<boolean>;

/**
 * Reads a CSV file to its end, a piece at a time, and hands its rows on in parts, waiting for each; the number of rows,
 * or null when a part was refused.
 */
export async function sendRows(file: File, send: SendPart): Promise<number | null> {
  const { default: Papa } = await import("papaparse");
  const parts = new Parts(send);
  return new Promise((resolve, reject) => {
    let headerSeen = false;
    const take = async (rows: string[][], parser: Parser) => {
      parser.pause();
      const filled = rows.filter((row) => !isBlank(row));
      if (!headerSeen && filled.length > 0) {
        filled.shift();
        headerSeen = true;
      }
      await parts.add(filled);
      if (parts.refused) parser.abort();
      else parser.resume();
    };
    Papa.parse<string[]>(file, {
      chunkSize: CHUNK_BYTES,
      chunk: ({ data }, parser) => void take(data, parser).catch(reject),
      complete: () => void parts.finish().then(resolve, reject),
      error: reject,
    });
  });
}

/** Gathers rows until there are enough to send. */
class Parts {
  readonly #send: SendPart;
  #rows: string[][] = [];
  #characters = 0;
  #sequence = 0;
  #sent = 0;
  refused = false;

  constructor(send: SendPart) {
    this.#send = send;
  }

  async add(rows: readonly string[][]): Promise<void> {
    for (const row of rows) {
      const characters = row.reduce((sum, cell) => sum + cell.length + 4, 0);
      if (this.#rows.length === ROWS_PER_PART || this.#characters + characters > MOST_CHARACTERS)
        await this.#flush();
      this.#rows.push(row);
      this.#characters += characters;
    }
  }

  async finish(): Promise<number | null> {
    await this.#flush();
    return this.refused ? null : this.#sent;
  }

  async #flush(): Promise<void> {
    if (this.#rows.length === 0 || this.refused) return;
    this.refused = !(await this.#send({ sequence: this.#sequence, firstRow: this.#sent, rows: this.#rows }));
    this.#sequence += 1;
    this.#sent += this.#rows.length;
    this.#rows = [];
    this.#characters = 0;
  }
}
