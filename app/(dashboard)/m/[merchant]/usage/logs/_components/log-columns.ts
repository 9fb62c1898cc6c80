import type { ColumnChoice } from "@/components/data-table";

/** The table of logs, as its cookie is called. */
export const LOGS_TABLE = "logs";

/** Every column of the list in its order, and whether it is on before anybody chose. */
export const LOG_COLUMNS: readonly ColumnChoice[] = [
  { id: "at", label: "Time", usual: true },
  { id: "who", label: "Who", usual: true },
  { id: "preview", label: "Said first", usual: true },
  { id: "role", label: "Role", usual: true },
  { id: "source", label: "Source", usual: true },
  { id: "store", label: "Store", usual: true },
  { id: "bot", label: "Bot or form", usual: true },
  { id: "module", label: "Module", usual: true },
  { id: "provider", label: "Provider", usual: false },
  { id: "model", label: "Model", usual: true },
  { id: "evidence", label: "Evidence", usual: false },
  { id: "messages", label: "Messages", usual: true },
  { id: "bestScore", label: "Context", usual: true },
  { id: "tokens", label: "Tokens", usual: true },
  { id: "cost", label: "Credits", usual: true },
];
