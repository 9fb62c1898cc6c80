/** Every text of the screens of logs, ready for translation: the list here, a log and the dialogs in files of their own. */
export {
  BAND_WORDS,
  CHARGE,
  COPY,
  DETAIL,
  EVIDENCE_WORDS,
  LOT_SOURCES,
  LOT_WORDS,
  MARKS,
  MESSAGE,
  PAYERS,
  ROLE_WORDS,
  SCORES,
} from "./detail-words";
export {
  DELETE,
  EXPORT,
  EXPORT_COLUMN_NAMES,
  IMPORT,
  PERIOD_OPTIONS,
  previewLine,
  RETENTION,
  TASKS,
} from "./dialog-words";

export const PAGE = {
  title: "Logs",
  failed: "The logs could not be read",
  failedWhy:
    "Nothing was changed. If it happens again, open the page without filters, or look into the server’s log.",
  unsorted:
    "Too many logs match to sort them by this figure. They come by time; narrow the filters to sort them.",
} as const;

export const CANCEL = "Cancel";
export const CLOSE = "Close";
export const COUNTING = "Counting the logs…";

export const COLUMNS = {
  at: "Time",
  who: "Who",
  preview: "Said first",
  role: "Role",
  source: "Source",
  store: "Store",
  bot: "Bot or form",
  module: "Module",
  provider: "Provider",
  model: "Model",
  evidence: "Evidence",
  messages: "Messages",
  bestScore: "Context",
  tokens: "Tokens",
  cost: "Credits",
} as const;

export const COLUMN_TIPS = {
  at: "Latest activity",
  session: (id: string) => `Session ${id}`,
  evidence: "How the figures are known; the weakest of its requests",
  bestScore: "The best vector score of its context",
  tokens: "Of all kinds, over the whole log",
  cost: "What it cost, whoever paid: balance, quota or nobody",
} as const;

export const LIST = {
  guest: "Guest",
  noText: "No text",
  countBeyond: (count: string) => `${count}+ logs`,
} as const;

export const EMPTY = {
  noMatches: "No logs match",
  noMatchesWhy: "Search finds whole words. Take a filter away or choose other days.",
  quiet: "Nothing ran in these days",
  quietWhy: "Older logs are in a longer range.",
  none: "No AI request yet",
  noneWhy:
    "Every conversation and every lone request shows here, with what was said and what it cost. This page fills itself when the first one arrives. The API key is one from Settings with the scope usage:write.",
  recordFirst: "Record the first one",
} as const;

export const SUMMARY = {
  label: (days: number) => `All usage of the last ${days} days`,
  days: (days: number) => `Last ${days} days`,
  requests: "requests",
  tokens: "tokens",
  credits: "credits",
  failed: "failed",
  unpriced: "unpriced",
  module: (requests: string, tokens: string) => `${requests} requests, ${tokens} tokens`,
} as const;

export const FILTERS = {
  search: "Search",
  searchLogs: "Search logs",
  selected: "The selected logs",
  noBot: "No bot",
  bot: "Bot",
  module: "Module",
  model: "Model",
  customer: "Customer",
  failed: "Failed",
  unpriced: "Unpriced",
  refused: "Overdraft",
  guests: "Guests",
  store: "Store",
  provider: "Provider",
  evidence: "Evidence",
  range: "Range",
  from: "From",
  to: "To",
  days: (count: number) => `${count} days`,
} as const;

/** What filters may be, by the words in an address. */
export const FILTER_VALUES: Readonly<Record<string, string>> = {
  "7d": "last 7 days",
  "30d": "last 30 days",
  "90d": "last 90 days",
  true: "yes",
  false: "no",
};

export const ACTIONS = {
  title: "Actions",
  running: (count: number) => `Actions · ${count} running`,
  export: "Export logs…",
  tasks: "Exports, imports, deletions…",
  import: "Import logs…",
  retention: "Set retention…",
  delete: "Delete logs…",
  exportSelected: "Export",
  deleteSelected: "Delete",
} as const;

export const VIEWS = {
  title: "Saved",
  none: "Nothing saved yet",
  open: "Open",
  save: "Save this view…",
  rename: (name: string) => `Rename “${name}”…`,
  delete: (name: string) => `Delete “${name}”…`,
  saveTitle: "Save this view",
  renameTitle: "Rename the view",
  name: "Name",
  nameWhy: "Filters, days and order are kept. Only you see it.",
  saveConfirm: "Save view",
  deleteTitle: (name: string) => `Delete the view “${name}”?`,
  deleteWhy: "Only the name goes. No log is deleted.",
  deleteConfirm: "Delete view",
  deleted: "The view was deleted",
  notDeleted: "The view was not deleted",
} as const;
