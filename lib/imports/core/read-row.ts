import { Temporal } from "temporal-polyfill";
import { type Micros, micros, parseCredits } from "@/lib/kernel/micros";
import type { ImportField, Mapping } from "./import-fields";

/** A request of the past, as a row of a file tells it. */
export type RowOfFile = {
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly at: Date;
  readonly customer: { readonly id: string; readonly email?: string; readonly name?: string } | null;
  /** The session of a visitor; null for a customer. */
  readonly guest: string | null;
  readonly conversation: string | null;
  readonly module: string;
  readonly operation: string;
  readonly bot: string | null;
  readonly store: string | null;
  readonly source: string | null;
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly images: number;
  readonly cost: Micros;
  readonly prompt: string | null;
  readonly answer: string | null;
};

type Frame = {
  readonly mapping: Mapping;
  /** Of the merchant: instants without a zone are its local time. */
  readonly timeZone: string;
  readonly now: Date;
};

/** What is wrong with a row, in words. */
class WrongRow extends Error {}

const LONGEST_WORD = 200;
const LONGEST_TEXT = 1_000_000;
const MOST_TOKENS = 1_000_000_000;
const AHEAD_MILLIS = 5 * 60_000;
const EARLIEST = Date.UTC(1970, 0, 1);
const UNKNOWN = "unknown";
const CONTROL = /[\u0000-\u001f\u007f]/g;

/** Reads a row: what it tells, or what is wrong with it. */
export function readRow(cells: readonly string[], frame: Frame): { row: RowOfFile } | { wrong: string } {
  try {
    return { row: parseRow(cells, frame) };
  } catch (error) {
    if (error instanceof WrongRow) return { wrong: error.message };
    throw error;
  }
}

function parseRow(cells: readonly string[], { mapping, timeZone, now }: Frame): RowOfFile {
  const cell = (field: ImportField) => {
    const place = mapping[field];
    const text = place === undefined ? "" : (cells[place] ?? "").trim();
    return text === "" ? null : text;
  };
  const wordOf = (field: ImportField) => shortWord(field, cell(field));
  const conversation = wordOf("conversation");
  return {
    id: wordOf("id"),
    at: instantOf(cell("time"), timeZone, now),
    ...whoOf(
      { customer: wordOf("customer"), email: cell("email"), name: wordOf("name") },
      wordOf("guest") ?? conversation,
    ),
    conversation,
    module: wordOf("module") ?? "chatbot",
    operation: wordOf("operation") ?? "chat",
    bot: wordOf("bot"),
    store: wordOf("store"),
    source: wordOf("source"),
    provider: wordOf("provider") ?? UNKNOWN,
    model: wordOf("model") ?? UNKNOWN,
    ...tokensOf(cell),
    images: countOf("Images", cell("images")),
    cost: costOf(cell("cost")),
    prompt: textOf(cell("prompt")),
    answer: textOf(cell("answer")),
  };
}

type Named = {
  readonly customer: string | null;
  readonly email: string | null;
  readonly name: string | null;
};

/** Nobody named, or "Guest" in the customer's place, is a visitor. */
function whoOf({ customer, email, name }: Named, session: string | null) {
  const id = customer ?? email;
  if (id === null || id.toLowerCase() === "guest") return { customer: null, guest: session ?? "imported" };
  if (email !== null && !email.includes("@")) throw new WrongRow(`"${brief(email)}" is no e-mail address.`);
  return { customer: { id, ...(email ? { email } : {}), ...(name ? { name } : {}) }, guest: null };
}

function tokensOf(cell: (field: ImportField) => string | null) {
  const inputTokens = countOf("Input tokens", cell("inputTokens"));
  const outputTokens = countOf("Output tokens", cell("outputTokens"));
  const total = countOf("Total tokens", cell("totalTokens"));
  // A total without a split counts as input, as it does with usage (design.md §3).
  return inputTokens + outputTokens > 0
    ? { inputTokens, outputTokens }
    : { inputTokens: total, outputTokens: 0 };
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}(:?\d{2})?)$/;
const UNIX_SECONDS = /^\d{9,10}$/;
const UNIX_MILLIS = /^\d{12,13}$/;

function instantOf(text: string | null, timeZone: string, now: Date): Date {
  if (text === null) throw new WrongRow("It has no time.");
  const at = parseInstant(text, timeZone);
  if (at === null || Number.isNaN(at))
    throw new WrongRow(`"${brief(text)}" is no time like 2026-11-20 10:04 or 2026-11-20T10:04:05Z.`);
  if (at < EARLIEST) throw new WrongRow("Its time is before 1970.");
  if (at > now.getTime() + AHEAD_MILLIS) throw new WrongRow("Its time is in the future.");
  return new Date(at);
}

function parseInstant(text: string, timeZone: string): number | null {
  if (UNIX_SECONDS.test(text)) return Number(text) * 1_000;
  if (UNIX_MILLIS.test(text)) return Number(text);
  try {
    if (INSTANT.test(text))
      return Temporal.Instant.from(text.replace(" ", "T").replace(" ", "")).epochMilliseconds;
    if (LOCAL_TIME.test(text))
      return Temporal.PlainDateTime.from(text.replace(" ", "T")).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null; // a month 13, an hour 25
  }
  return null;
}

function shortWord(field: ImportField, text: string | null): string | null {
  if (text === null) return null;
  const word = text.replace(CONTROL, " ").trim();
  if (word.length > LONGEST_WORD)
    throw new WrongRow(`"${brief(word)}" is too long for ${field}: ${LONGEST_WORD} characters at most.`);
  return word === "" ? null : word;
}

function countOf(what: string, text: string | null): number {
  if (text === null) return 0;
  const digits = text.replace(/[\s,_]/g, "");
  const count = /^\d{1,10}$/.test(digits) ? Number(digits) : null;
  if (count === null || count > MOST_TOKENS)
    throw new WrongRow(`${what}: "${brief(text)}" is no whole number.`);
  return count;
}

function costOf(text: string | null): Micros {
  if (text === null) return micros(0n);
  const value = parseCredits(text);
  if (value === null || value < 0n) {
    throw new WrongRow(`Credits: "${brief(text)}" is no amount like 1.4, with six places at most.`);
  }
  return micros(value);
}

function textOf(text: string | null): string | null {
  if (text !== null && text.length > LONGEST_TEXT)
    throw new WrongRow("A text has more than a million characters.");
  // PostgreSQL stores every character but this one.
  return text === null ? null : text.replaceAll("\u0000", "");
}

function brief(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
