import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import Papa from "papaparse";
import { z } from "zod";

/** One request of a trace: when it arrived and how large it was. */
export type TraceRow = {
  /** From 1, in file order. */
  readonly number: number;
  readonly at: Date;
  readonly contextTokens: number;
  readonly generatedTokens: number;
};

export type TraceSurvey = {
  /** How many requests the file holds. */
  readonly rows: number;
  /** Short and the same for the same content: names a run that is repeated. */
  readonly digest: string;
};

const tokens = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const record = z.object({
  TIMESTAMP: z
    .string()
    .trim()
    .transform((text) => instantOf(text))
    .refine((at) => !Number.isNaN(at.getTime())),
  ContextTokens: tokens,
  GeneratedTokens: tokens,
});

/**
 * Reads one record of a trace file (columns TIMESTAMP, ContextTokens, GeneratedTokens; more are ignored).
 * Throws an error that names the row when something is missing or no number.
 */
export function parseTraceRecord(raw: unknown, number: number): TraceRow {
  const parsed = record.safeParse(raw);
  if (!parsed.success) {
    const columns = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].join(", ");
    throw new Error(`Row ${number} of the trace is not usable: look at ${columns || "its columns"}.`);
  }
  const { TIMESTAMP: at, ContextTokens: contextTokens, GeneratedTokens: generatedTokens } = parsed.data;
  return { number, at, contextTokens, generatedTokens };
}

/** Times without a zone are UTC, and fractions finer than a millisecond are cut: "2023-11-16 18:15:46.6805900". */
function instantOf(text: string): Date {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return new Date(Number.NaN);
  const [, day, time, fraction = "", zone = "Z"] = match;
  return new Date(`${day}T${time}${fraction}${zone}`);
}

/** Streams a trace file row by row: its size does not matter. */
export async function* readTrace(file: string): AsyncGenerator<TraceRow> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim(),
  });
  const source = createReadStream(file);
  source.on("error", (error) => parser.destroy(error));
  let number = 0;
  for await (const raw of source.pipe(parser)) {
    number += 1;
    yield parseTraceRecord(raw, number);
  }
}

/** Reads the file once for what a run must know before it starts. `extra` is part of the digest. */
export async function surveyTrace(file: string, extra: readonly string[]): Promise<TraceSurvey> {
  const hash = createHash("sha256").update(extra.join("\u0000"));
  let rows = 0;
  for await (const row of readTrace(file)) {
    hash.update(`${row.at.getTime()},${row.contextTokens},${row.generatedTokens};`);
    rows = row.number;
  }
  return { rows, digest: hash.digest("hex").slice(0, 8) };
}
