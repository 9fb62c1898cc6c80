import { readCsv } from "@/lib/kernel/read-csv";
import { MAX_AMOUNT_MICROS, type Micros, parseCredits } from "@/lib/kernel/micros";

/** One row of a list of grants, as it was read; amounts in micro-credits. */
type GrantRow = {
  readonly customer: string;
  readonly amount: Micros;
  readonly category: "paid" | "promotional" | null;
  readonly priority: number | null;
  readonly expiresAt: Date | null;
  readonly reason: string | null;
};

/** A row that was not understood: its line in the file, from 1, and what is wrong with it. */
export type GrantProblem = { readonly row: number; readonly path: string; readonly message: string };

export type ReadGrants = {
  readonly rows: readonly { readonly row: number; readonly grant: GrantRow }[];
  readonly problems: readonly GrantProblem[];
};

/** The columns of the file; `customer` and `amount` have to be there. */
const GRANT_COLUMNS = ["customer", "amount", "category", "expires", "priority", "reason"] as const;
type GrantColumn = (typeof GRANT_COLUMNS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a list of grants: CSV as RFC 4180 has it, comma or semicolon, with a header naming `customer` and `amount` and,
 * as wanted, `category` (paid, promotional), `expires` (a day or an ISO 8601 instant; a day ends with `dayEnds`),
 * `priority` and `reason`. Every problem is told with its line; the good rows stand beside them.
 */
export function readGrants(text: string, dayEnds: (day: string) => Date): ReadGrants {
  const lines = readCsv(text);
  const [header = []] = lines;
  const columns = header.map(
    (name) => GRANT_COLUMNS.find((each) => each === name.trim().toLowerCase()) ?? null,
  );
  const missing = ["customer", "amount"].filter((name) => !columns.some((column) => column === name));
  if (missing.length > 0) {
    const message = `the first line must name the columns; ${missing.join(" and ")} is missing`;
    return { rows: [], problems: [{ row: 1, path: missing[0] ?? "", message }] };
  }
  const rows: { row: number; grant: GrantRow }[] = [];
  const problems: GrantProblem[] = [];
  for (const [index, cells] of lines.entries()) {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) continue;
    const named = new Map(columns.map((column, place) => [column, (cells[place] ?? "").trim()]));
    const read = readRow((column) => named.get(column) ?? "", dayEnds);
    if ("grant" in read) rows.push({ row: index + 1, grant: read.grant });
    else problems.push({ row: index + 1, ...read });
  }
  return { rows, problems };
}

type Problem = Omit<GrantProblem, "row">;

function readRow(
  cell: (column: GrantColumn) => string,
  dayEnds: (day: string) => Date,
): { grant: GrantRow } | Problem {
  const customer = cell("customer");
  if (customer === "" || customer.length > 200) return wrong("customer", "must be the id of a customer");
  const amount = readAmount(cell("amount"));
  if (amount === undefined) return wrong("amount", 'must be an amount above 0, like "12.5"');
  const category = readCategory(cell("category").toLowerCase());
  if (category === undefined) return wrong("category", "must be paid or promotional");
  const priority = readPriority(cell("priority"));
  if (priority === undefined) return wrong("priority", "must be a number from 0 to 1000");
  const expiresAt = readExpiry(cell("expires"), dayEnds);
  if (expiresAt === undefined)
    return wrong("expires", "must be a day like 2027-01-31, or an ISO 8601 instant");
  const reason = cell("reason").slice(0, 500);
  return {
    grant: { customer, amount, category, priority, expiresAt, reason: reason === "" ? null : reason },
  };
}

function readAmount(text: string): Micros | undefined {
  const amount = parseCredits(text);
  return amount === null || amount <= 0n || amount > MAX_AMOUNT_MICROS ? undefined : amount;
}

function readCategory(text: string): GrantRow["category"] | undefined {
  if (text === "") return null;
  return text === "paid" || text === "promotional" ? text : undefined;
}

function readPriority(text: string): number | null | undefined {
  if (text === "") return null;
  return /^\d{1,4}$/.test(text) && parseInt(text, 10) <= 1_000 ? parseInt(text, 10) : undefined;
}

function wrong(path: GrantColumn, message: string): Problem {
  return { path, message };
}

/** Null without one; undefined when it is none. */
function readExpiry(text: string, dayEnds: (day: string) => Date): Date | null | undefined {
  if (text === "") return null;
  if (!DAY.test(text) && !INSTANT.test(text)) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return undefined;
  return DAY.test(text) ? dayEnds(text) : at;
}
