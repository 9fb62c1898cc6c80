/** What long work is called and how it stands, in words: one place for them, ready for translation. */
import { formatPlural } from "@/lib/kernel/format";
import type { TaskKind } from "@/lib/tasks/schemas";
import type { TaskView } from "./task-view";

export const PROGRESS = {
  stop: "Stop",
  left: (duration: string) => `, about ${duration} left`,
} as const;

/** What a task does, as a heading. */
export const TASK_NAMES: Record<TaskKind, string> = {
  log_deletion: "Deleting logs",
  log_export: "Exporting logs",
  ledger_export: "Exporting the ledger",
  log_retention: "Pruning old logs",
  log_import: "Importing logs",
  pricing_replay: "Replaying prices",
  verification: "Proving balances",
  bulk_grant: "Granting credits",
  merchant_export: "Exporting everything",
  reconciliation: "Comparing with the shop",
};

const DONE_WORDS: Record<TaskKind, (count: number) => string> = {
  log_deletion: (count) => `${formatPlural(count, "log")} deleted`,
  log_export: (count) => `${formatPlural(count, "log")} exported`,
  ledger_export: (count) => `${formatPlural(count, "entry", "entries")} exported`,
  log_retention: (count) => `${formatPlural(count, "log")} pruned`,
  log_import: (count) => `${formatPlural(count, "row")} read`,
  pricing_replay: (count) => `${formatPlural(count, "request")} priced again`,
  verification: (count) => `${formatPlural(count, "wallet")} proven`,
  bulk_grant: (count) => `${formatPlural(count, "grant")} booked`,
  merchant_export: (count) => `${formatPlural(count, "row")} written`,
  reconciliation: (count) => `${formatPlural(count, "order")} compared`,
};

/** How a task stands, in a line. */
export function taskLine({ kind, state, done, total, error }: TaskView): string {
  const words = DONE_WORDS[kind](done);
  switch (state) {
    case "queued":
      return "Waiting for its turn";
    case "running":
      return total === null ? words : `${words} of ${formatPlural(total, ...UNITS[kind])}`;
    case "done":
      return words;
    case "stopped":
      return `Stopped. ${words}; that stays as it is.`;
    case "failed":
      return `${error ?? "It failed."} ${words}.`;
  }
}

const UNITS: Record<TaskKind, readonly [one: string, many?: string]> = {
  log_deletion: ["log"],
  log_export: ["log"],
  ledger_export: ["entry", "entries"],
  log_retention: ["log"],
  log_import: ["row"],
  pricing_replay: ["request"],
  verification: ["wallet"],
  bulk_grant: ["grant"],
  merchant_export: ["row"],
  reconciliation: ["order"],
};
