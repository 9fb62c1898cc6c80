/** The texts of what is done with logs: export, import, deletion, retention, and long work as it goes on. */
import { formatCount, formatPlural } from "@/lib/kernel/format";
import type { RetentionPreview } from "@/lib/logs";
import { type ExportColumn, RETENTION_PERIODS, type RetentionPeriod } from "@/lib/logs/schemas";

export const DELETE = {
  title: "Delete logs",
  running: "Deletion",
  failed: "Nothing was deleted",
  uncounted: (why: string) => `They could not be counted: ${why} Nothing was deleted.`,
  nothing: "No log matches: there is nothing to delete.",
  what: (count: number) =>
    `will be deleted, with every message and payload in ${count === 1 ? "it" : "them"}. This cannot be undone.`,
  stays: "What they cost stays: balances, ledger, usage totals and charts do not change.",
  type: "Type",
  toConfirm: "to confirm",
  exportFirst: "Export first",
  confirm: (logs: string) => `Delete ${logs}`,
  confirmNone: "Delete",
  one: "Delete log",
  oneTitle: "Delete this log?",
  oneWhat: (messages: string) =>
    `This log goes for good, with ${messages} and everything stored with them. What it cost stays in the ledger, and no balance changes.`,
  oneDone: "The log was deleted",
  oneFailed: "The log was not deleted",
} as const;

export const EXPORT = {
  title: "Export logs",
  failed: "Nothing was exported",
  uncounted: "The logs could not be counted",
  nothing: "No log matches: the file would be empty.",
  what: (count: number) => `${count === 1 ? "matches" : "match"}: one row each, newest first.`,
  format: "Format",
  csv: "CSV for spreadsheets",
  jsonl: "JSON Lines for programs",
  bom: "For Excel: begin with a byte order mark, so that it knows UTF-8",
  messages: "With every message, payload and charge",
  columns: "Columns",
  all: "All",
  usual: "Usual",
  confirm: (logs: string) => `Export ${logs}`,
  confirmNone: "Export",
  saving: "Your browser saves the file. You can close this and go on working.",
  another: "Another export",
} as const;

export const IMPORT = {
  title: "Import logs",
  what: "Brings in requests of the past, one a row, with what they used and cost where they ran. They show in logs and charts.",
  free: "No balance, quota or ledger changes,",
  once: "for they were paid where they happened. A row that is in already is not brought in twice.",
  file: "CSV file",
  choose: "Choose a file",
  noRows: "This file has no rows below its header.",
  unreadable: "This file could not be read.",
  failed: "The file was not imported",
  mapping:
    "Say what its columns hold. Only the time is needed; without an ID, a row is known by its content.",
  absent: "Not in the file",
  column: (place: number) => `Column ${place}`,
  another: "Another file",
  confirm: "Import this file",
  firstRows: "The first rows",
  said: "Said",
  guest: (id: string | null) => (id === null ? "Guest" : `Guest ${id}`),
  outcome: ({ imported, known, wrong }: { imported: number; known: number; wrong: number }) =>
    `${formatCount(imported)} brought in, ${formatCount(known)} known already, ${formatCount(wrong)} with problems.`,
  problems: "Download the problems",
} as const;

export const RETENTION = {
  title: "Log retention",
  reading: "Reading what is set…",
  unread: "Retention could not be read",
  auto: "Auto-delete logs",
  autoWhy: "Balances, ledger, usage totals and charts are kept in any case.",
  contents: "Delete contents older than",
  contentsWhy: "Messages, payloads and previews. That it ran, for whom and at what cost stays.",
  logs: "Delete logs older than",
  logsWhy: "The logs themselves, with everything in them.",
  never: "Never",
  counting: "Counting what that would delete…",
  preview: (what: string) => `A run now would delete ${what}.`,
  previewNone: "A run now would delete nothing.",
  previewContents: (logs: string) => `the contents of ${logs}`,
  previewLogs: (logs: string) => `${logs} as a whole`,
  and: ", and ",
  schedule: "Pruning schedule",
  nightly: (hour: string, zone: string) => `Every night at ${hour} (${zone})`,
  next: "Next run",
  none: "None: everything is kept",
  last: "Last run",
  neverYet: "Never yet",
  pruned: (logs: number, contents: number) =>
    `: ${formatPlural(logs, "log")} and the contents of ${formatPlural(contents, "log")}`,
  took: (duration: string) => ` in ${duration}`,
  now: "Delete old logs now",
  save: "Save retention",
  saved: "Retention was saved",
  failed: "Retention was not changed",
  notYours: "Owners and admins change this.",
} as const;

export const TASKS = {
  title: "Exports, imports and deletions",
  none: "Nothing yet",
  noneWhy: "Long work on logs shows here, while it runs and afterwards.",
  goesOn: "It goes on when you leave this page. Find it again under Actions.",
} as const;

/** The columns of an export, as its header names them. */
export const EXPORT_COLUMN_NAMES: Record<ExportColumn, string> = {
  id: "Log ID",
  date: "Date",
  user: "User",
  source: "Source",
  module: "Module",
  messages: "Message count",
  tokens: "Token count",
  preview: "Preview",
  conversation: "Conversation UUID",
  firstAt: "First activity",
  customer: "Customer ID",
  email: "E-mail",
  guest: "Guest session",
  roles: "Roles",
  store: "Store",
  bot: "Bot",
  form: "Form",
  provider: "Provider",
  model: "Model",
  requests: "Request count",
  cost: "Credits",
  overdraft: "Overdraft",
  bestScore: "Best score",
  evidence: "Evidence",
  failed: "Failed",
  unpriced: "Unpriced",
  imported: "Imported",
  contentsPrunedAt: "Contents pruned",
};

const PERIOD_NAMES: Record<RetentionPeriod, string> = {
  "1d": "1 day",
  "3d": "3 days",
  "7d": "7 days",
  "15d": "15 days",
  "30d": "30 days",
  "60d": "60 days",
  "90d": "90 days",
  "6m": "6 months",
  "1y": "1 year",
};

/** The periods to choose from. */
export const PERIOD_OPTIONS = RETENTION_PERIODS.map((value) => ({ value, label: PERIOD_NAMES[value] }));

/** What a run would do now. */
export function previewLine({ contents, logs }: RetentionPreview): string {
  if (contents === 0 && logs === 0) return RETENTION.previewNone;
  const parts = [
    contents > 0 && RETENTION.previewContents(formatPlural(contents, "log")),
    logs > 0 && RETENTION.previewLogs(formatPlural(logs, "log")),
  ];
  return RETENTION.preview(parts.filter(Boolean).join(RETENTION.and));
}
