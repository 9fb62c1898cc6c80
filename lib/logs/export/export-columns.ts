import { csvCell } from "@/lib/kernel/csv";
import type { ExportColumn } from "../schemas";

/** How a value that PostgreSQL wrote becomes a cell. */
type Kind = "text" | "plain" | "instant" | "credits" | "flag";

type Column = { readonly header: string; readonly sql: string; readonly kind: Kind };

/** Everything that the list knows of a log. */
export const COLUMNS: Record<ExportColumn, Column> = {
  id: { header: "Log ID", sql: "l.id", kind: "plain" },
  date: { header: "Date", sql: "l.last_at", kind: "instant" },
  user: { header: "User", sql: "coalesce(c.name, c.external_id, 'Guest')", kind: "text" },
  source: { header: "Source", sql: "l.source", kind: "text" },
  module: { header: "Module", sql: "l.module", kind: "text" },
  messages: { header: "Message count", sql: "l.message_count", kind: "plain" },
  tokens: { header: "Token count", sql: "l.tokens", kind: "plain" },
  preview: { header: "Preview", sql: "l.preview", kind: "text" },
  conversation: { header: "Conversation UUID", sql: "l.conversation_id", kind: "text" },
  firstAt: { header: "First activity", sql: "l.first_at", kind: "instant" },
  customer: { header: "Customer ID", sql: "c.external_id", kind: "text" },
  email: { header: "E-mail", sql: "c.email", kind: "text" },
  guest: { header: "Guest session", sql: "g.key", kind: "text" },
  roles: { header: "Roles", sql: "array_to_string(l.roles, ' ')", kind: "text" },
  store: { header: "Store", sql: "l.store", kind: "text" },
  bot: { header: "Bot", sql: "l.bot", kind: "text" },
  form: { header: "Form", sql: "l.form", kind: "text" },
  provider: { header: "Provider", sql: "l.provider", kind: "text" },
  model: { header: "Model", sql: "l.model", kind: "text" },
  requests: { header: "Request count", sql: "l.request_count", kind: "plain" },
  cost: { header: "Credits", sql: "l.cost_micros", kind: "credits" },
  overdraft: { header: "Overdraft", sql: "l.overdraft_micros", kind: "credits" },
  bestScore: { header: "Best score", sql: "l.best_score", kind: "plain" },
  evidence: { header: "Evidence", sql: "l.evidence", kind: "plain" },
  failed: { header: "Failed", sql: "l.failed", kind: "flag" },
  unpriced: { header: "Unpriced", sql: "l.unpriced", kind: "flag" },
  imported: { header: "Imported", sql: "l.imported", kind: "flag" },
  contentsPrunedAt: { header: "Contents pruned", sql: "l.contents_pruned_at", kind: "instant" },
};

const CELL: Record<Kind, (text: string) => string> = {
  text: csvCell,
  plain: (text) => text,
  instant: (text) => (text === "" ? "" : `${text.slice(0, 10)}T${text.slice(11, -3)}Z`),
  credits: (text) => (text === "" ? "" : creditsOf(text)),
  flag: (text) => (text === "t" ? "yes" : "no"),
};

/** How each of these columns is written, in order. */
export function cellWriters(columns: readonly ExportColumn[]): ((text: string) => string)[] {
  return columns.map((column) => CELL[COLUMNS[column].kind]);
}

/** Micro-credits as digits → credits: "1400000" → "1.4". */
function creditsOf(micros: string): string {
  const digits = micros.padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -6) : `${digits.slice(0, -6)}.${fraction}`;
}
