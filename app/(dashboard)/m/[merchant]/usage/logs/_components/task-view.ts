import { z } from "zod";
import { formatPlural } from "@/lib/kernel/format";
import type { Task } from "@/lib/tasks";
import type { TaskKind, TaskState } from "@/lib/tasks/schemas";

/** A task as the screen shows it. */
export type TaskView = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
  readonly result: unknown;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly startedBy: string;
};

export function toTaskView(task: Task): TaskView {
  const { id, kind, state, error, result, createdAt, startedAt, finishedAt } = task;
  const total = task.total === null ? null : Number(task.total);
  const startedBy = task.actor.label;
  const done = Number(task.done);
  return { id, kind, state, done, total, error, result, createdAt, startedAt, finishedAt, startedBy };
}

/** What a task does, as a heading. */
export const TASK_NAMES: Record<TaskKind, string> = {
  log_deletion: "Deleting logs",
  log_export: "Exporting logs",
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
      return total === null ? words : `${words} of ${formatPlural(total, UNITS[kind])}`;
    case "done":
      return words;
    case "stopped":
      return `Stopped. ${words}; that stays as it is.`;
    case "failed":
      return `${error ?? "It failed."} ${words}.`;
  }
}

const UNITS: Record<TaskKind, string> = {
  log_deletion: "log",
  log_export: "log",
  log_retention: "log",
  log_import: "row",
  pricing_replay: "request",
  verification: "wallet",
  bulk_grant: "grant",
  merchant_export: "row",
  reconciliation: "order",
};

const importShape = z.object({ imported: z.number(), known: z.number(), wrong: z.number() });

/** What came of an import; null while that is not known. */
export function importResult(task: TaskView): z.output<typeof importShape> | null {
  const parsed = importShape.safeParse(task.result);
  return parsed.success ? parsed.data : null;
}
