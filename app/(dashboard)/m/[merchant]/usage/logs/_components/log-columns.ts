import type { ColumnChoice } from "@/components/data-table";
import { COLUMNS } from "./words";

/** The table of logs, as its cookie is called. */
export const LOGS_TABLE = "logs";

/** Every column of the list in its order, and whether it is on before anybody chose. */
export const LOG_COLUMNS: readonly ColumnChoice[] = [
  { id: "at", label: COLUMNS.at, usual: true },
  { id: "who", label: COLUMNS.who, usual: true },
  { id: "preview", label: COLUMNS.preview, usual: true },
  { id: "role", label: COLUMNS.role, usual: true },
  { id: "source", label: COLUMNS.source, usual: true },
  { id: "store", label: COLUMNS.store, usual: true },
  { id: "bot", label: COLUMNS.bot, usual: true },
  { id: "module", label: COLUMNS.module, usual: true },
  { id: "provider", label: COLUMNS.provider, usual: false },
  { id: "model", label: COLUMNS.model, usual: true },
  { id: "evidence", label: COLUMNS.evidence, usual: false },
  { id: "messages", label: COLUMNS.messages, usual: true },
  { id: "bestScore", label: COLUMNS.bestScore, usual: true },
  { id: "tokens", label: COLUMNS.tokens, usual: true },
  { id: "cost", label: COLUMNS.cost, usual: true },
];
