import Papa from "papaparse";
import { AppError, type FieldIssue } from "@/lib/kernel/errors";
import { createPricingRuleInput } from "../schemas";
import { RULE_COLUMNS, type RuleColumn } from "./rule-columns";

/** What a line of the file says: a rule, or what is wrong with it. */
export type ReadRow = {
  /** The line of the file; the header is line 1. */
  readonly line: number;
  readonly id: string | null;
  readonly wish: ReturnType<typeof createPricingRuleInput.parse> | null;
  readonly errors: readonly FieldIssue[];
};

const MOST_ROWS = 500;

/**
 * Reads a CSV file of rules. The header names the columns, in any order; what is empty means any, no rate, or the
 * usual. Throws `invalid_input` for a file that is no such table: an unknown column, no operation, too many lines.
 */
export function readRules(csv: string): ReadRow[] {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [header, ...rows] = data;
  const columns = (header ?? []).map(columnOf);
  if (!columns.includes("operation") || !columns.includes("method")) {
    throw unreadable(`The first line names the columns, "operation" and "method" among them.`);
  }
  if (rows.length > MOST_ROWS) throw unreadable(`A file has at most ${MOST_ROWS} rules.`);
  return rows.map((cells, index) => readRow(cells, { columns, line: index + 2 }));
}

const BY_NAME = new Map<string, RuleColumn>(RULE_COLUMNS.map((column) => [plain(column), column]));

/** "Input rate" and "input_rate" are inputRate. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

function columnOf(name: string): RuleColumn {
  const column = BY_NAME.get(plain(name));
  if (column) return column;
  throw unreadable(`There is no column "${name.slice(0, 100)}". There are: ${RULE_COLUMNS.join(", ")}.`);
}

function unreadable(message: string): AppError {
  return new AppError("invalid_input", message, { errors: [{ path: "csv", message }] });
}

type Place = { readonly columns: readonly RuleColumn[]; readonly line: number };

function readRow(cells: readonly string[], { columns, line }: Place): ReadRow {
  const given = new Map(columns.map((column, index) => [column, textOf(cells[index])]));
  const { id = null, ...fields } = Object.fromEntries(given);
  const errors: FieldIssue[] = [];
  if (cells.length > columns.length) errors.push({ path: "", message: "has more cells than the header" });
  const wanted = { ...fields, enabled: enabledOf(fields["enabled"] ?? null) };
  const parsed = createPricingRuleInput.safeParse(wanted);
  if (parsed.success) return { line, id, wish: errors.length > 0 ? null : parsed.data, errors };
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return { line, id, wish: null, errors: [...errors, ...issues] };
}

const ESCAPED_FORMULA = /^'(?=[=+\-@\t\r])/;

/** A cell as it was before a spreadsheet was kept from running it; empty is null. */
function textOf(cell: string | undefined): string | null {
  const text = (cell ?? "").trim().replace(ESCAPED_FORMULA, "");
  return text === "" ? null : text;
}

const ENABLED = new Map([
  ...["yes", "true", "on", "1"].map((word) => [word, true] as const),
  ...["no", "false", "off", "0"].map((word) => [word, false] as const),
]);

/** What is no yes and no no goes on as it is, for the schema to refuse. */
function enabledOf(text: string | null): boolean | string | null {
  return text === null ? null : (ENABLED.get(text.toLowerCase()) ?? text);
}
